import { CONTACTS, contactsAddress, contactsQuery } from "@/lib/contacts/contacts-query";
import type { Figure } from "@/lib/text/figure";

/** "1 contact", "12 contacts". */
export const peopleWords = (count: number, figure: Figure) => `${figure(count)} contact${count === 1 ? "" : "s"}`;

/** As many as are read through before something is done to them. */
const NAMED = 50;

/** "Nora Quist, Olive Grant and 4,950 others". */
export function nameWords(names: readonly string[], figure: Figure): string {
  const others = names.length - NAMED;
  if (others <= 0) return names.join(", ");
  return `${names.slice(0, NAMED).join(", ")} and ${figure(others)} ${others === 1 ? "other" : "others"}`;
}

/** The list as it was asked for. */
export const listOf = (list: string) => contactsAddress(contactsQuery(Object.fromEntries(new URLSearchParams(list))));

/** Back to the list as it was, or on to the next batch of all that match. */
export function afterwards(act: string, { list, rest }: { list: string; rest: string | null }): string {
  if (!rest) return listOf(list);
  const next = new URLSearchParams(list);
  next.set("after", rest);
  return `${CONTACTS}/bulk?${new URLSearchParams({ act, all: "1", list: String(next) })}`;
}

const KINDS = {
  in: "Agreed to get texts",
  out: "Opted out",
  maybe: "Seems to want no texts",
  cleared: "Did not mean to opt out",
};

type Said = { kind: keyof typeof KINDS; source: string; by: string | null };

/** "Opted out, by text"; "Opted out, by hand: Ana Silva". */
export const consentWords = ({ kind, source, by }: Said) =>
  `${KINDS[kind]}, ${source === "text" ? "by text" : source}${by ? `: ${by}` : ""}`;
