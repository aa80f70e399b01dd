import type { Weigh } from "./heading-line";

type Sections = { at: number } & Pick<Weigh, "isData">;

/**
 * "3. In-Meeting Activities": a report lists people once more below, under headings of which half are those of the first
 * list, in another order. Its cells are put below the headings that they belong to; what has none there is left away.
 */
export function joinLaterSections(lines: string[][], { at, isData }: Sections): void {
  const headings = (lines[at] ?? []).map(nameOf);
  if (at === -1 || headings.length < 2) return;
  let columns: readonly number[] | null = null;
  for (let row = at + 1; row < lines.length; row++) {
    const cells = lines[row] ?? [];
    const title = isTitle(lines[row - 1]) ? row - 1 : row;
    const isBelowGap = title > at + 1 && lines[title - 1]?.length === 0;
    if (isBelowGap && isHeadings(cells, headings, isData)) {
      columns = headings.map((heading) => (heading === "" ? -1 : cells.map(nameOf).indexOf(heading)));
      [lines[title], lines[row]] = [[], []];
    } else if (columns && cells.length > 0) lines[row] = columns.map((column) => cells[column] ?? "");
  }
}

const nameOf = (cell: string) => (cell.length < 120 ? cell.trim().toLowerCase() : "");

const isTitle = (cells: readonly string[] = []) => cells.filter((cell) => cell !== "").length === 1;

function isHeadings(cells: readonly string[], headings: readonly string[], isData: Weigh["isData"]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const known = filled.filter((cell) => headings.includes(nameOf(cell)));
  return known.length > 1 && known.length * 2 >= filled.length && !filled.some(isData);
}
