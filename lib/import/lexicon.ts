import { waysOf, wordsOf } from "./heading";

/** Headings of one meaning, with how surely they mean it (1: nothing else). */
export type Entry = { words: readonly string[]; weight: number };

/** Word by word: how much is left of a meaning when this stands beside it. 0: it is about something else. */
export type Beside = ReadonlyMap<string, number>;

export type Lexicon = { entries: readonly Entry[]; beside: Beside };

/** An unknown word beside a known one makes it half as sure. */
const UNKNOWN = 0.5;

/** Headings separated by bars, by how sure they are. */
export const entries = (lists: Record<string, string>): Entry[] =>
  Object.entries(lists).flatMap(([weight, list]) =>
    list.split("|").map((heading) => ({ words: wordsOf(heading), weight: Number(weight) })),
  );

/** Words separated by spaces, by what they leave. */
export const beside = (lists: Record<string, string>): Beside =>
  new Map(
    Object.entries(lists).flatMap(([factor, list]) =>
      list.split(/\s+/).map((word) => [wordsOf(word)[0] ?? word, Number(factor)] as const),
    ),
  );

/**
 * How surely a heading means it, whatever the order of its words: 0 to 1. What stands outside of the words that fit may
 * say that it is about something else: "Email (manager)".
 */
export function likeness(heading: string, { entries, beside }: Lexicon): number {
  const [whole = [], ...parts] = waysOf(heading);
  const best = (words: readonly string[]) =>
    entries.reduce((most, entry) => Math.max(most, nearness(words, entry, beside)), 0);
  const dimmed = parts.map((words) =>
    whole
      .filter((word) => !words.includes(word))
      .reduce((product, word) => Math.min(product, beside.get(word) ?? 1), best(words)),
  );
  return Math.max(best(whole), ...dimmed);
}

function nearness(words: readonly string[], { words: wanted, weight }: Entry, beside: Beside): number {
  if (!wanted.every((word) => words.includes(word))) return 0;
  const others = words.filter((word) => !wanted.includes(word));
  return others.reduce((product, word) => product * (beside.get(word) ?? UNKNOWN), weight);
}
