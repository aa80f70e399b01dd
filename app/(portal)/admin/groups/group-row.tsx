import type { GroupLine } from "@/lib/groups/list";
import type { Step } from "@/lib/groups/trail";
import { numberWords, peopleWords, subGroupWords } from "./words";

type Props = { group: GroupLine; trail?: readonly Step[]; hidden?: number };

/** One group: what it is called, where it is if that is not plain, and what is right in it. */
export function GroupRow({ group, trail = [], hidden = 0 }: Props) {
  return (
    <div className="tree-row">
      <p>
        <a href={`/admin/groups/${group.id}`}>{group.name}</a>
        {group.isLocation && <span className="tag">Location</span>}
        {trail.length > 0 && <small>{trail.map(({ name }) => name).join(" ▸ ")}</small>}
        {hidden > 0 && <small>{subGroupWords(hidden)} below</small>}
      </p>
      <span data-none={group.people === 0 || undefined}>{peopleWords(group.people)}</span>
      <span data-none={group.numbers === 0 || undefined}>{numberWords(group.numbers)}</span>
    </div>
  );
}
