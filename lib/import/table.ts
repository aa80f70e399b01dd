import Papa from "papaparse";
import { type Figure, figureIn } from "../text/figure";
import { looksLikeAddress } from "./address-in";
import { type Alphabet, letterReader } from "./alphabet";
import { cleanBytes, cleanCell, plainQuotes, SIGNS } from "./cell";
import { cutByOthers } from "./cut-by-others";
import { withoutFooters } from "./footer-line";
import { headingAt, headingWeigher, isFilled, type Weigh, widthOf } from "./heading-line";
import { labelledTable } from "./labelled/labelled-table";
import type { Text } from "./letters/decode";
import { foreignCells, keptSigns, plainAddresses, wholeSigns } from "./letters/spelled-cells";
import { plainAddress } from "./letters/spelled-out";
import { type Lexicon, likeness } from "./lexicon";
import { meanings, others, secrets } from "./meanings";

/**
 * `cut`: it had more cells than headings, so that nobody knows which of them is a password; only those before are kept.
 * `guessed`: where its cells end is a guess, so it says nothing of what somebody may do.
 */
export type TableRow = { position: number; cells: string[]; cut?: true; guessed?: true };

/** A file's or a pasted table's lines as they came, without what is never kept. Signs are bytes until they are letters. */
export type Table = {
  /** Their text, or none for a column without. */
  headings: string[];
  hasHeadings: boolean;
  rows: TableRow[];
  /** Headings of columns that hold passwords: such cells are gone. */
  secret: string[];
};

export type Read = Table | { problem: string };

/** So many lines, at most, tell which sign stands between the cells and where the headings are. */
const LOOKED_AT = 60;
const MOST_COLUMNS = 200;
/** What is behind tells no more, and each word costs. */
const MOST_HEADING = 250;
/** More is no list of people. Files are full of empty lines and cells, but not of nothing else. */
const MOST_CELLS = 1000;
const MOST_LINES = 100_000;
/** So much does a label have to look like a heading. */
const LEAST_LIKE = 0.5;
/** As much as those lines hold in any list. */
const SAMPLE = 60 * 4000;

/** `alphabet`: see `Text`. */
export type FileRead = { table: Table; alphabet: Alphabet | null };

/**
 * `known`: headings that only this kind of list has; `isOurs`: those of one that was written here, whose cells are read
 * as they stand; `isData`: a cell that is in no line of headings; `isPasted`: see `labelledTable`.
 */
type Kind = {
  known: readonly Lexicon[];
  isOurs: (headings: readonly string[]) => boolean;
  isData?: (cell: string) => boolean;
  most: number;
  lines?: number;
  figure?: Figure;
  isPasted?: boolean;
};

/**
 * Lines in cells, with their headings, whatever stands above those.
 * Of more than `most` rows it reads some more, which tell that there are too many, and never to the end.
 */
export function readTable({ text: written, alphabet }: Text, kind: Kind): Read {
  // Of one kind, whatever wrote the line: where files were put together there are several.
  const text = written.replace(/\r\n?/g, "\n").replace(/\n\ufeff/g, "\n");
  const letters = letterReader(alphabet);
  const weigh = weighOf(kind);
  const isHeading = (label: string) => weigh.by([letters(label)]) > LEAST_LIKE;
  const { isData } = weigh;
  const isOwn = (label: string) => kind.known.some((lexicon) => likeness(letters(label), lexicon) > LEAST_LIKE);
  const known = { isHeading, isOwn, isData, columns: MOST_COLUMNS };
  const people = labelledTable(text.replace(/^\ufeff/, ""), { ...kind, ...known });
  if (people !== null) return tableIn({ text: people.text, alphabet }, kind, people.doubtful);
  const table = tableIn({ text, alphabet }, kind);
  // Quotation marks within others, as databases have them: "Ana \"Annie\" Silva".
  if (!("problem" in table) || !text.includes('\\"')) return table;
  const plain = tableIn({ text: text.replaceAll('\\"', '""'), alphabet }, kind);
  return "problem" in plain ? table : plain;
}

const weighOf = ({ known, isData = looksLikeAddress }: Kind): Weigh => ({
  by: headingWeigher([...known, ...Object.values(meanings), others, secrets], isData),
  isData,
});

/** `doubtful`: lines which say nothing of what somebody may do. */
function tableIn({ text, alphabet }: Text, kind: Kind, doubtful: ReadonlySet<number> = new Set()): Read {
  const { most, lines: mostLines = MOST_LINES, figure = figureIn(null) } = kind;
  const letters = letterReader(alphabet);
  const [, mark, typed = ""] = /^\ufeff?(?:"?sep=(.)"?\n)?(.*)$/is.exec(text) ?? [];
  const body = plainQuotes(typed);
  const weigh = weighOf(kind);
  const { isData } = weigh;
  // Cell by cell, as a tab is no letter of any.
  const lettersOf = (line: string) => line.split("\t").map(letters).join("\t");
  const sample = body.slice(0, SAMPLE).split("\n", LOOKED_AT).map(lettersOf).join("\n");
  const sign = mark ?? signOf(keptSigns(sample), weigh);
  const above = mark ? 1 : 0;
  const { lines, widths, quoted, problem } = linesOf(body, sign, { most: most + LOOKED_AT, above, mostLines, figure });
  if (problem !== undefined) return { problem };
  const inner = /^\s*"/.test(body) ? linesInCells(lines, isData) : null;
  if (inner !== null) return tableIn({ text: inner, alphabet }, kind);
  const clean = alphabet ? cleanBytes : cleanCell;
  const spelled = foreignCells({ clean, alphabet });
  const at = headingAt(
    lines.slice(0, LOOKED_AT).map((cells) => cells.map((cell) => letters(plainAddress(spelled(cell))))),
    weigh,
  );
  const isOurs = kind.isOurs((lines[at] ?? []).map((cell) => letters(clean(cell))));
  const cut = isOurs ? new Map<number, string[]>() : cutByOthers(lines, { widths, quoted, at, sign, isData });
  for (const [row, cells] of cut) lines[row] = cells;
  const guessed = new Set([...cut.keys(), ...doubtful]);
  if (!isOurs && sign === ";") wholeSigns(lines, { widths, at });
  const plain = isOurs ? clean : spelled;
  // In place: there may be a million cells.
  for (const cells of lines) for (const [nth, cell] of cells.entries()) if (cell !== "") cells[nth] = plain(cell);
  if (!lines.some(isFilled)) return { problem: "The file is empty." };
  const table = withoutSecrets(lines, { at, above, letters, guessed, ...(!isOurs && { isData }) });
  if (!isOurs && !("problem" in table)) plainAddresses(table, letters);
  return table;
}

/** One after the other, so that what is too much is not read to its end; `problem` says where it ended for good. */
function linesOf(text: string, delimiter: string, { most, above, ...judge }: { most: number; above: number } & Limits) {
  const lines: string[][] = [];
  const widths: number[] = [];
  const quoted = new Set<number>();
  const read: { problem?: string } = {};
  let [filled, from] = [0, 0];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data: cells, errors, meta }, parser) => {
      if (cells.length === 1 && text[from] === '"') quoted.add(lines.length);
      from = meta.cursor;
      widths.push(cells.length);
      while (cells.at(-1) === "") cells.pop();
      const problem = problemOf(cells, { isBroken: errors.some(isQuotes), row: lines.push(cells) + above, ...judge });
      if (problem !== undefined) read.problem = problem;
      if (cells.length > 0) filled++;
      if (filled > most || problem !== undefined) parser.abort();
    },
  });
  return { lines, widths, quoted, ...read };
}

/** `"Name,Email"`: a file that was pasted into one column of a spreadsheet has its lines in cells; null for another one. */
function linesInCells(lines: readonly (readonly string[])[], isData: Weigh["isData"]): string | null {
  const [heading = ""] = lines.find(isFilled) ?? [];
  const isWhole = SIGNS.some((sign) => heading.includes(sign)) && !isData(heading);
  return isWhole && lines.every(({ length }) => length <= 1) ? lines.map(([line = ""]) => line).join("\n") : null;
}

const isQuotes = ({ type }: Papa.ParseError) => type === "Quotes";

type Limits = { mostLines: number; figure: Figure };
type Line = { isBroken: boolean; row: number } & Limits;

function problemOf(cells: readonly string[], { isBroken, row, mostLines, figure }: Line) {
  if (isBroken)
    return `The quotation marks in row ${row} don't fit together: one is never closed. Mend it in the file.`;
  if (cells.length > MOST_CELLS) return `Row ${row} has more than ${figure(MOST_CELLS)} cells.`;
  if (row > mostLines) return `There are more than ${figure(mostLines)} lines, most of them empty: delete those.`;
  return undefined;
}

/** Not guessed by Papa: cells with several roles are full of semicolons. The headings tell, or lines of one length. */
function signOf(sample: string, weigh: Weigh): string {
  const judged = SIGNS.map((sign) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter: sign });
    const lines = data.map((cells) => cells.map(cleanCell)).filter(isFilled);
    const at = headingAt(lines, weigh);
    const width = widthOf(lines);
    const alike = lines.filter((cells) => cells.length === width).length / Math.max(lines.length, 1);
    const whole = data.filter((cells) => isWhole(cells.filter(weigh.isData))).length;
    return { sign, heading: at === -1 ? 0 : weigh.by(lines[at] ?? []), whole, alike: width > 1 ? alike : 0 };
  });
  judged.sort((a, b) => b.heading - a.heading || b.whole - a.whole || b.alike - a.alike);
  return judged[0]?.sign ?? ",";
}

const isWhole = (addresses: readonly string[]) =>
  addresses.length > 0 && !addresses.some((cell) => OTHER_SIGN.test(cell));

/** Left in an address, it should have stood between cells. */
const OTHER_SIGN = /[,;\t|]/;

/** "|---|---|" below headings: a line that was drawn. */
const isRule = (cells: readonly string[]) =>
  cells.some((cell) => /[-=_]{3}/.test(cell)) && cells.every((cell) => /^[-=_:+ ]*$/.test(cell));

/** The headings once more, as where several files were put together. */
const isAlike = (cells: readonly string[], heading: readonly string[]) =>
  heading.length > 1 &&
  cells.length === heading.length &&
  cells.every((cell, at) => cell.toLowerCase() === heading[at]?.toLowerCase());

/** `isData`: where a report may say something of itself between its rows. */
type Where = {
  at: number;
  above: number;
  letters: (cell: string) => string;
  guessed: ReadonlySet<number>;
  isData?: Weigh["isData"];
};

function withoutSecrets(lines: readonly string[][], { at, above, letters, isData, guessed }: Where): Read {
  const heading = lines[at] ?? [];
  const filled = lines
    .map((cells, index): TableRow => {
      const position = index + 1 + above;
      return guessed.has(index) ? { cells, position, guessed: true } : { cells, position };
    })
    .slice(at + 1)
    .filter(({ cells }) => isFilled(cells) && !isRule(cells) && !isAlike(cells, heading));
  const rows = isData ? withoutFooters(filled, { letters, isData }) : filled;
  const most = at === -1 ? rows.reduce((longest, { cells }) => Math.max(longest, cells.length), 0) : heading.length;
  if (most > MOST_COLUMNS && at !== -1)
    return {
      problem: `There are more than ${MOST_COLUMNS} columns. Delete those that are not needed.`,
    };
  const width = Math.min(most, MOST_COLUMNS);
  if (rows.length === 0) return { problem: "Nobody is in the file yet: it has headings only." };
  const headings = Array.from({ length: width }, (_, column) =>
    (heading[column] ?? "").slice(0, MOST_HEADING).toWellFormed(),
  );
  const isSecret = headings.map((each) => likeness(letters(each), secrets) > 0);
  const first = isSecret.indexOf(true);
  if (first === -1) return { headings, hasHeadings: at !== -1, rows, secret: [] };
  const kept = (cells: readonly string[]) => cells.filter((_, column) => !isSecret[column]);
  return {
    headings: kept(headings),
    hasHeadings: true,
    rows: rows.map(({ cells, ...row }) =>
      isFilled(cells.slice(width))
        ? { ...row, cells: cells.slice(0, first), cut: true }
        : { ...row, cells: kept(cells) },
    ),
    secret: headings.filter((_, column) => isSecret[column]).map(letters),
  };
}
