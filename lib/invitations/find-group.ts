import type { Offer } from "./offer";

type Group = { id: string; name: string; path: readonly string[] };
type Found = { group: Group } | { verdict: "wrong" | "beyond"; problem: string };

const fold = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * Finds a group by its name or by the end of its path ("West > Store 4", "West ▸ Store 4"), among those where the viewer
 * may give roles. One that they may not reach and one that doesn't exist are answered alike.
 */
export function groupFinder(offer: Offer): (written: string) => Found {
  const byName = new Map<string, Group[]>();
  for (const group of offer.groups.values()) {
    const name = fold(group.name);
    byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  const namesOf = (group: Group) => group.path.flatMap((id) => fold(offer.groups.get(id)?.name ?? "") || []);
  /** The whole path; the root's name need not be in it. */
  const isFromTop = (group: Group, steps: readonly string[]) => {
    const names = namesOf(group);
    return names.length === steps.length || (offer.isWhole && names.length === steps.length + 1);
  };
  const find = (written: string): Found => {
    const steps = written.split(/\s*[>▸›]\s*/).map(fold);
    const last = steps.at(-1) ?? "";
    const ends = (byName.get(last) ?? []).filter((group) => endsWith(namesOf(group), steps));
    const bare = byName.get(fold(written)) ?? [];
    const [group, another] = ends.length > 0 ? ends : bare;
    if (!group) return none(written, offer);
    if (!another) return { group };
    const [exact, twin] = ends.filter((each) => isFromTop(each, steps));
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

const endsWith = (names: readonly string[], steps: readonly string[]) =>
  steps.length <= names.length && steps.every((step, at) => names[names.length - steps.length + at] === step);

const none = (written: string, { isWhole }: Offer): Found =>
  isWhole
    ? { verdict: "wrong", problem: `There is no group “${written}”.` }
    : { verdict: "beyond", problem: `There is no group “${written}” that you can invite people to.` };
