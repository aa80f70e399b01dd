import type { Choice } from "@/lib/pick/choice";
import { type Entry, type Given, listOf, pickedWords } from "./list-of";

export type Found = { query: string; choices: readonly Entry[]; hasMore: boolean };

/** In any case, with or without accents; a stroke is as good as a space. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[_/−–-]+/g, " ")
    .toLowerCase()
    .trim();

const inWords = ({ label, note = "" }: Choice) => [`${label} ${note}`];

/** Of a list that the page has whole: every word somewhere in one of its names, what begins with them first. */
export function foundIn(given: Given, query: string): Found {
  const asked = plain(query);
  const all = listOf(given);
  if (asked === "") return { query, choices: all, hasMore: false };
  const words = asked.split(/\s+/);
  const { named = inWords } = given;
  const found = all
    .map((choice) => ({ choice, names: named(choice, asked).map(plain) }))
    .filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))));
  const rank = ({ names }: { names: readonly string[] }) =>
    names.some((name) => name.startsWith(asked)) ? 0 : names.some((name) => name.includes(` ${asked}`)) ? 1 : 2;
  const choices = found.sort((a, b) => rank(a) - rank(b)).map(({ choice: { depth: _, ...flat } }) => flat);
  return { query, choices, hasMore: false };
}

/** The next twenty. Nothing where it was overtaken, or the server can't be reached: what was there stays. */
export async function askServer(from: string, query: string, skip: number, signal: AbortSignal) {
  try {
    const about = new URLSearchParams({ from, search: query, skip: String(skip) });
    const answer = await fetch(`/pick?${about}`, { signal });
    if (!answer.ok) return undefined;
    const found: Omit<Found, "query"> = await answer.json();
    return found;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** What somebody typed out in full. */
export function meant(choices: readonly Choice[], typed: string): Choice | undefined {
  const asked = plain(typed);
  const names = (choice: Choice) => [choice.label, choice.value, pickedWords(choice)].map(plain);
  const same = choices.filter((choice) => names(choice).includes(asked));
  return same.length === 1 ? same[0] : undefined;
}

/** Whether the only one found is what was typed already, by its value or by one of the names beside it. */
export const isWritten = ([one, ...others]: readonly Choice[], typed: string) =>
  others.length === 0 &&
  [one?.value, ...(one?.note?.split(" · ") ?? [])].some((name) => name?.toLowerCase() === typed.trim().toLowerCase());

/** Whether the only one found is called as was typed. */
export const isNamed = ([one, ...others]: readonly Choice[], typed: string) =>
  others.length === 0 && one !== undefined && plain(one.label) === plain(typed);
