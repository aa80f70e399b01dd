import { looksLikeAddress } from "../address-in";
import { type Alphabet, asKept } from "../alphabet";
import { isFilled, usual } from "../heading-line";
import { likeness } from "../lexicon";
import { meanings } from "../meanings";
import { plainWords } from "./encoded-words";
import { BEGUN, BETWEEN, plainAddress, signsIn } from "./spelled-out";

/** How a cell of another program's file is read: what stands in place of signs is made plain once cells are apart. */
export function foreignCells({ clean, alphabet }: { clean: (cell: string) => string; alphabet: Alphabet | null }) {
  return (cell: string): string => {
    const cleaned = clean(cell);
    const keep = alphabet ? asKept : undefined;
    const plain = plainWords(signsIn(cleaned, keep), keep);
    return plain === cleaned ? cleaned : clean(plain);
  };
}

/** A sample without the semicolons of "&eacute;", which stand between no cells. */
export const keptSigns = (sample: string) => signsIn(sample, (sign) => (BETWEEN.test(sign) ? "_" : sign));

/**
 * Where semicolons stand between cells, "Jos&eacute;" was torn by its own. It is made whole only in lines that have more
 * cells than the headings and most lines without such a sign, and then have as many: in others it is what somebody typed
 * who would move cells.
 */
export function wholeSigns(lines: string[][], { widths, at }: { widths: readonly number[]; at: number }): void {
  const heading = joined(lines[at] ?? []);
  const headings = at === -1 ? 0 : (widths[at] ?? 0) - ((lines[at]?.length ?? 0) - heading.length);
  if (at !== -1) lines[at] = heading;
  const others = widths.filter((_, row) => row > at && isWhole(lines[row] ?? []));
  const width = Math.max(headings, usual(others));
  for (const [row, cells] of lines.entries()) {
    const all = widths[row] ?? 0;
    if (row === at || all <= width || !cells.some(isBegun)) continue;
    // Maybe every line ends with a semicolon of its own.
    if (others.length === 0 && cells.length <= width) continue;
    const whole = joined([...cells, ...Array.from({ length: all - cells.length }, () => "")]);
    while (whole.length > width && whole.at(-1) === "") whole.pop();
    if (whole.length === width) lines[row] = whole;
  }
}

const isWhole = (cells: readonly string[]) => isFilled(cells) && !cells.some(isBegun);

const isBegun = (cell: string) => BEGUN.test(cell.slice(-MOST_SIGN));

/** As long as one is written. */
const MOST_SIGN = 20;

function joined(cells: readonly string[]): string[] {
  const whole: string[] = [];
  for (const cell of cells) {
    const before = whole.at(-1);
    if (before !== undefined && isBegun(before)) whole[whole.length - 1] = `${before};${cell}`;
    else whole.push(cell);
  }
  return whole;
}

type Columns = { headings: readonly string[]; rows: readonly { cells: string[] }[] };

/** In columns of addresses, by their headings or by what is in them, "ana [at] x [dot] example" is one. */
export function plainAddresses({ headings, rows }: Columns, letters: (cell: string) => string): void {
  for (const [column, heading] of headings.entries()) {
    const filled = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => cells[column] || []);
    const addresses = filled.filter((cell) => looksLikeAddress(plainAddress(cell)));
    const isOne =
      likeness(letters(heading), meanings.email) > 0 ||
      (filled.length > 0 && addresses.length >= MOSTLY * filled.length);
    if (isOne) for (const { cells } of rows) if (cells[column]) cells[column] = plainAddress(cells[column]);
  }
}

const LOOKED_AT = 500;
const MOSTLY = 0.6;
