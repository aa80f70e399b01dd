import Papa from "papaparse";
import { SIGNS } from "./cell";
import type { Weigh } from "./heading-line";

type Cut = {
  widths: readonly number[];
  quoted: ReadonlySet<number>;
  at: number;
  sign: string;
} & Pick<Weigh, "isData">;

/**
 * Lines without the sign of the others, where another one makes as many cells as there are headings: two programs wrote them.
 * What stands in quotation marks is one cell, whoever wrote it. Answers those cells, by the line's place.
 */
export function cutByOthers(
  lines: readonly string[][],
  { widths, quoted, at, sign, isData }: Cut,
): ReadonlyMap<number, string[]> {
  const cut = new Map<number, string[]>();
  const width = lines[at]?.length ?? 0;
  if (width < 2) return cut;
  for (const [row, [only = ""]] of lines.entries()) {
    if (row <= at || widths[row] !== 1 || quoted.has(row)) continue;
    if (!SIGNS.some((each) => each !== sign && only.includes(each))) continue;
    const ways = SIGNS.map((each) => Papa.parse<string[]>(only, { delimiter: each }).data[0] ?? []);
    const whole = ways.find((cells) => cells.length === width && cells.some(isData));
    if (whole) cut.set(row, whole);
  }
  return cut;
}
