import { visible } from "../../text/invisible";
import type { Grantable } from "../grantable";

type Group = { id: string; name: string; path: readonly string[] };
type Found = { group: Group } | { verdict: "wrong" | "beyond"; problem: string };

const fold = (name: string) => visible(name).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** A name or a path in one spelling, whichever sign stands between its steps; a name may hold such a sign itself. */
const keyOf = (written: string) => written.split(/[>▸›]/).map(fold).join(" ▸ ");

/** The groups from the top down to one, as far as the viewer may know them. */
export const namesOf = (group: Group, { groups }: Grantable) => group.path.flatMap((id) => groups.get(id)?.name ?? []);

/**
 * Finds a group by its name or by the end of its path ("West > Store 4", "West ▸ Store 4"), among those where the viewer
 * may give roles. One that they may not reach and one that doesn't exist are answered alike.
 */
export function groupFinder(offer: Grantable): (written: string) => Found {
  const byEnd = new Map<string, Group[]>();
  for (const group of offer.groups.values()) {
    const end = lastOf(keyOf(group.name));
    byEnd.set(end, [...(byEnd.get(end) ?? []), group]);
  }
  /** "Main Group ▸ West ▸ Store 4", "West ▸ Store 4", "Store 4" */
  const endsOf = (group: Group) => {
    const names = namesOf(group, offer).map(keyOf);
    return names.map((_, from) => names.slice(from).join(" ▸ "));
  };
  /** The whole path; the root's name need not be in it. */
  const isFromTop = (group: Group, key: string) =>
    endsOf(group)
      .slice(0, offer.isWhole ? 2 : 1)
      .includes(key);
  const find = (written: string): Found => {
    const key = keyOf(written);
    const ends = (byEnd.get(lastOf(key)) ?? []).filter((group) => endsOf(group).includes(key));
    const [group, another] = ends;
    if (!group) return none(written, offer);
    if (!another) return { group };
    const [exact, twin] = ends.filter((each) => isFromTop(each, key));
    if (exact && !twin) return { group: exact };
    const problem = `Several groups are called “${written}”. Write the path, such as West > Store 4.`;
    return { verdict: "wrong", problem };
  };
  const known = new Map<string, Found>();
  return (written) => {
    const found = known.get(written) ?? find(written);
    known.set(written, found);
    return found;
  };
}

const lastOf = (key: string) => key.split(" ▸ ").at(-1) ?? "";

const none = (written: string, { isWhole }: Grantable): Found =>
  isWhole
    ? { verdict: "wrong", problem: `There is no group “${written}”.` }
    : { verdict: "beyond", problem: `There is no group “${written}” that you can invite people to.` };
