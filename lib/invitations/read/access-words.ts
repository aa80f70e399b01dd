import { productNames, roleNames } from "../../access/permissions";
import type { Grantable } from "../grantable";
import type { Access } from "./access-cells";
import { groupFinder, namesOf } from "./find-group";

type Given = Omit<Access, "roles"> & { roles: readonly { role: string; groupId: string }[] };

/** Reads as no group and no number, so that a row which names what is gone is refused instead of given something else. */
const GONE = { group: "a group that is gone", line: "a number that is gone" };

/** Writes access into the cells of a CSV row such that `accessReader` gives the same again, and never more. */
export function accessWriter(offer: Grantable) {
  const groupAt = groupFinder(offer);
  const numbers = new Map(offer.numbers.map(({ id, e164 }) => [id, e164]));

  /** "West ▸ Store 4"; with the root's name before it only where that is needed. */
  function groupWords(id: string): string {
    const group = offer.groups.get(id);
    if (!group) return GONE.group;
    const names = namesOf(group, offer);
    const ways = [...(offer.isWhole && names.length > 1 ? [names.slice(1)] : []), names].map((way) => way.join(" ▸ "));
    const isIt = (way: string) => {
      const found = groupAt(way);
      return "group" in found && found.group.id === id;
    };
    return ways.find(isIt) ?? names.join(" ▸ ");
  }

  function accessWords({ roles, products, lines }: Given) {
    const places = [...new Map(roles.map(({ groupId }) => [groupId, groupWords(groupId)]))];
    // Only the group's own cell can hold a name with the sign that stands between roles.
    const [base, group = ""] = (places.length > 1 ? places.find(([, place]) => place.includes(";")) : places[0]) ?? [];
    const beside = new Map(places.map(([id, place]) => [id, place.includes(";") ? GONE.group : place]));
    const at = (groupId: string) => (groupId === base ? "" : ` @ ${beside.get(groupId)}`);
    return {
      roles: roles.map(({ role, groupId }) => `${nameOf(roleNames, role)}${at(groupId)}`).join("; "),
      group,
      products: products.map((product) => nameOf(productNames, product)).join("; ") || "None",
      lines: lines.map((line) => numbers.get(line) ?? GONE.line).join("; ") || "None",
    };
  }

  return { groupWords, accessWords };
}

/** A name that holds the sign between the entries of a list stands in quotation marks. */
export const inList = (name: string) => (name.includes(";") ? `"${name.replaceAll('"', "")}"` : name);

const nameOf = (names: Record<string, string>, key: string) => names[key] ?? key;
