import type { GroupLine } from "@/lib/groups/list";
import type { Step } from "@/lib/groups/trail";
import { figures } from "@/lib/web/figures";
import { numberWords, peopleWords, subGroupWords } from "./words";

type Props = { group: GroupLine; trail?: readonly Step[]; hidden?: number };

/** One group: what it is called, where it is if that is not plain, and what is right in it. */
export async function GroupRow({ group, trail = [], hidden = 0 }: Props) {
  const figure = await figures();
  return (
    <div className="tree-row">
      <p>
        <a href={`/admin/groups/${group.id}`}>{group.name}</a>
        {group.isLocation && <span className="tag">Location</span>}
        {trail.length > 0 && <small>{trail.map(({ name }) => name).join(" ▸ ")}</small>}
        {hidden > 0 && <small>{subGroupWords(hidden, figure)} below</small>}
      </p>
      <span data-none={group.people === 0 || undefined}>{peopleWords(group.people, figure)}</span>
      <span data-none={group.numbers === 0 || undefined}>{numberWords(group.numbers, figure)}</span>
    </div>
  );
}
