import { departureKind } from "./departure";
import { type Lexicon, likeness } from "./lexicon";

export const isFilled = (cells: readonly string[]) => cells.some((cell) => cell !== "");

export type Weigh = { by: (cells: readonly string[]) => number; isData: (cell: string) => boolean };

/** How much a line looks like headings: the sum over its cells, none of which is data. */
export function headingWeigher(lexicons: readonly Lexicon[], isData: Weigh["isData"]): Weigh["by"] {
  const weights = new Map<string, number>();
  const weigh = (cell: string) => {
    const weight = Math.max(...lexicons.map((lexicon) => likeness(cell, lexicon)), departureKind(cell) ? 1 : 0);
    weights.set(cell, weight);
    return weight;
  };
  return (cells) =>
    cells.some(isData)
      ? 0
      : cells
          .filter((cell) => cell !== "" && cell.length < 120)
          .reduce((sum, cell) => sum + (weights.get(cell) ?? weigh(cell)), 0);
}

/** The one that comes most often. */
export function usual(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** How many cells most lines have. */
export const widthOf = (lines: readonly (readonly string[])[]) => usual(lines.map(({ length }) => length));

/**
 * The line of headings. A report may say something of itself before: a line or two with headings of their own, and an
 * empty one below them.
 */
export function headingAt(lines: readonly (readonly string[])[], weigh: Weigh): number {
  const first = headingAbove(lines, weigh);
  const gap = lines.findIndex((cells, at) => at > first && !isFilled(cells));
  const next = lines.findIndex((cells, at) => at > gap && isFilled(cells));
  if (first === -1 || gap === -1 || gap - first > 3 || weigh.by(lines[next] ?? []) <= LEAST_WEIGHT) return first;
  if (filledIn(lines[next]) < Math.min(2, filledIn(lines[first]))) return first;
  return lines.slice(next).some((cells) => cells.some(weigh.isData)) ? next : first;
}

/** What is less looks like no headings. */
const LEAST_WEIGHT = 0.3;

/**
 * The line of headings: of those above the first address (or number) the one that looks most like it, otherwise the last of them that
 * is as wide as the rest. -1: there is none, as in a bare list of addresses.
 */
function headingAbove(lines: readonly (readonly string[])[], weigh: Weigh): number {
  const filled = lines.flatMap((cells, at) => (isFilled(cells) ? [{ at, cells }] : []));
  const isWide = widthOf(filled.map(({ cells }) => cells)) > 1;
  // "Members of sales@cedar.example": a title, above a list of several columns.
  const isTitle = (cells: readonly string[]) => isWide && cells.length === 1 && /\S\s+\S/.test(cells[0] ?? "");
  const first = filled.findIndex(({ cells }) => cells.some(weigh.isData) && !isTitle(cells));
  const above = first === -1 ? filled.slice(0, 10) : filled.slice(0, first);
  const best = above
    .map(({ at, cells }) => ({ at, weight: weigh.by(cells) }))
    .reduce((best, each) => (each.weight > best.weight ? each : best), { at: -1, weight: LEAST_WEIGHT });
  if (best.at !== -1 || first === -1) return best.at === -1 ? (filled[0]?.at ?? -1) : best.at;
  const width = filledIn(filled[first]?.cells);
  return above.findLast(({ cells }) => filledIn(cells) >= width)?.at ?? -1;
}

const filledIn = (cells: readonly string[] = []) => cells.filter((cell) => cell !== "").length;
