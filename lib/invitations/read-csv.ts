import Papa from "papaparse";
import * as fields from "../fields";
import { visible, visibleName } from "../invisible";
import { type CsvColumn, columnOf, csvColumnNames, csvColumns } from "./csv-columns";
import { type Listed, MOST_NAME, MOST_ROWS, named, shown, tooMany } from "./line";

/**
 * A line of the file. Of what is chosen per person, a blank cell says nothing: the form's choice then holds. `skip`: its
 * problem is such that whatever else it says does not matter.
 */
export type CsvRow = Listed &
  Record<"roles" | "group" | "products" | "lines", string> & {
    skip?: true;
    /** Every cell in the order of `csvColumns`, then those that have no column. */
    written: string[];
  };

type Read = { rows: CsvRow[]; has: (column: CsvColumn) => boolean } | { problem: string };

const titles = Object.values(csvColumns).map(({ title }) => title);

/** A CSV as spreadsheet programs write it, by comma, semicolon or tab; or what is wrong with the whole of it. */
export function readCsv(text: string): Read {
  const { lines, problem } = cellsOf(text);
  if (problem) return { problem };
  const start = lines.findIndex(isFilled);
  const heading = lines[start];
  if (!heading) return { problem: "The file is empty." };
  const columns = columnsOf(heading);
  if (typeof columns === "string") return { problem: columns };
  const from = columns.headless ? start : start + 1;
  const people = lines
    .slice(from)
    .flatMap((cells, at) => (isFilled(cells) ? [{ cells, position: from + at + 1 }] : []));
  if (people.length === 0) return { problem: "Nobody is in the file yet: it has headings only." };
  if (people.length > MOST_ROWS) return { problem: tooMany(people.length) };
  const rows = people.map(({ cells, position }) => rowOf(cells, columns, position));
  return { rows: oncePerAddress(rows), has: (column) => columns.at.has(column) };
}

const isFilled = (cells: readonly string[]) => cells.some((cell) => cell !== "");

/** Not guessed by Papa: cells with several roles are full of semicolons. The line of headings tells. */
function cellsOf(text: string): { lines: string[][]; problem?: string } {
  const [, mark, body = ""] = /^\ufeff?(?:sep=(.)\r?\n)?(.*)$/is.exec(text) ?? [];
  const first = /\S.*/.exec(body)?.[0] ?? "";
  const fitting = [",", ";", "\t", "|"].find((sign) => first.split(sign).some((cell) => columnOf(unquoted(cell))));
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: mark ?? fitting ?? ",", skipEmptyLines: false });
  const broken = errors.find((error) => error.type === "Quotes");
  const lines = data.map((cells) => cells.map(typed));
  if (!broken) return { lines: mark ? [[], ...lines] : lines };
  const line = (broken.row ?? 0) + 1;
  return {
    lines: [],
    problem: `The quotation marks in row ${line} don't fit together: one is never closed. Mend it in the file.`,
  };
}

/** On one line, and without the apostrophe that keeps spreadsheet programs from calculating; our own files have it. */
const typed = (cell: string) =>
  visible(cell).trim() === ""
    ? ""
    : cell
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .replace(/^'(?=[=+\-@＝＋－＠])/, "");

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");

type Columns = { at: Map<CsvColumn, number>; width: number; headless?: true };

function columnsOf(heading: readonly string[]): Columns | string {
  const at = new Map<CsvColumn, number>();
  for (const [index, cell] of heading.entries()) {
    const column = columnOf(cell);
    if (!column) continue;
    if (at.has(column)) return `Two columns of the file mean “${csvColumns[column].title}”. Leave one of them.`;
    at.set(column, index);
  }
  if (at.has("email")) return { at, width: heading.length };
  // A bare list of addresses needs no heading.
  if (heading.filter((cell) => cell.trim() !== "").length === 1 && fields.email.safeParse(heading[0]).success)
    return { at: new Map([["email", 0]]), width: 1, headless: true };
  return `The first row of the file must name its columns, and one of them must be “email”. Lineup knows these: ${titles.join(", ")}.`;
}

function rowOf(cells: readonly string[], { at, width }: Columns, position: number): CsvRow {
  const cell = (column: CsvColumn) => cells[at.get(column) ?? -1] ?? "";
  const address = visible(cell("email")).replace(/^mailto:/i, "");
  const parsed = fields.email.safeParse(address);
  const [firstName, lastName] = [visibleName(cell("firstName")), visibleName(cell("lastName"))];
  const surplus = cells.slice(width);
  const skip = isFilled(surplus);
  const wrong = [parsed.error?.issues[0]?.message, tooLong("first", firstName), tooLong("last", lastName)].filter(
    Boolean,
  );
  const problem = skip ? SURPLUS : wrong.join(" ");
  return {
    position,
    email: parsed.data ?? shown(address),
    firstName: named(firstName),
    lastName: named(lastName),
    roles: cell("roles"),
    group: cell("group"),
    products: cell("products"),
    lines: cell("lines"),
    written: [...csvColumnNames.map(cell), ...(skip ? surplus : [])],
    ...(problem && { problem }),
    ...(skip && { skip }),
  };
}

const tooLong = (which: "first" | "last", name: string) =>
  name.length > MOST_NAME ? `The ${which} name is longer than ${MOST_NAME} characters.` : undefined;

const SURPLUS =
  "This row has more cells than there are columns. Put quotation marks around a cell that holds the separator.";

/** In a file every row has a number to go back to, so each repetition names the first. */
function oncePerAddress(rows: readonly CsvRow[]): CsvRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const key = row.email.toLowerCase();
    const before = row.problem ? undefined : first.get(key);
    if (!row.problem && before === undefined) first.set(key, row.position);
    const problem = `Row ${before} has the same address. It is invited once.`;
    return before === undefined ? row : { ...row, problem, skip: true };
  });
}
