import { sha256 } from "../../crypto";
import { type Alphabet, letterReader } from "../../import/alphabet";
import type { Text } from "../../import/decode";
import { headingKey } from "../../import/heading";
import { likeness } from "../../import/lexicon";
import { type Column, type Field, mapColumns, NOT_READ } from "../../import/map-columns";
import { meanings } from "../../import/meanings";
import { readTable, type Table } from "../../import/table";
import { figureIn } from "../../text/figure";
import { invitationColumnNames, invitationColumns, invitationLexicons, isOurFile, otherFields } from "./columns";
import { MOST_ROWS, tooMany } from "./one-person";

export type FileRead = { table: Table; alphabet: Alphabet | null };

/** Whether a cell is something that the viewer could give: a role, a group of theirs, a product, a number. */
export type Fits = Partial<Record<string, (cell: string) => boolean>>;

/** A file, or a pasted table, in cells; or what is wrong with the whole of it. */
export function readFile(text: Text, figure = figureIn(null)): FileRead | { problem: string } {
  const table = readTable(text, invitationLexicons, MOST_ROWS);
  if ("problem" in table) return table;
  if (table.rows.length > MOST_ROWS) return { problem: tooMany(figure) };
  return { table, alphabet: text.alphabet };
}

/** What each column is most likely to be. Without an address nobody can be invited: then that is said. */
export function guessColumns({ table, alphabet }: FileRead, fits: Fits): Column[] {
  const letters = letterReader(alphabet);
  const named: Field[] = invitationColumnNames.map((field) => {
    const column = invitationColumns[field];
    const test = fits[field];
    return {
      field,
      label: column.title,
      ...("lexicon" in column && { lexicon: column.lexicon, what: column.what }),
      ...(test && { fits: test }),
    };
  });
  return mapColumns({
    table,
    letters,
    fields: [...named, ...otherFields],
    isOurs: isOurFile(table.headings.map(letters)),
  });
}

/** The columns as somebody chose them before for the same headings, whatever their order. */
export function asRemembered(columns: readonly Column[], remembered: Record<string, string> | undefined): Column[] {
  if (!remembered) return [...columns];
  const names = keysOf(columns);
  return columns.map((column, at) => {
    const field = remembered[names[at] ?? ""] ?? column.field;
    return field === column.field ? column : { ...column, field, note: "As you chose for the last such file." };
  });
}

/** What is remembered of a choice: by each heading, the second of two alike with its number. */
export const toRemember = (columns: readonly Column[]): Record<string, string> => {
  const names = keysOf(columns);
  return Object.fromEntries(columns.map(({ field }, at) => [names[at] ?? "", field]));
};

/** The same for every file with the same headings. Without headings there is nothing to know one by. */
export const headingsHash = (columns: readonly Column[]): Buffer => sha256(JSON.stringify(keysOf(columns).sort()));

function keysOf(columns: readonly Column[]): string[] {
  const times = new Map<string, number>();
  return columns.map(({ heading }) => {
    const key = headingKey(heading) || heading;
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    return nth === 1 ? key : `${key} ${nth}`;
  });
}

/**
 * The columns as somebody wants them now. Each field is one column's: the one that was chosen for it last keeps it.
 * Whoever left may be said by several.
 */
export function chosenColumns(before: readonly Column[], wished: ReadonlyMap<number, string>): Column[] {
  const fieldOf = (at: number) => wished.get(at) ?? before[at]?.field ?? NOT_READ;
  const changed = before.map(({ field }, at) => fieldOf(at) !== field);
  const holder = (field: string) => {
    const holders = before.flatMap((_, at) => (fieldOf(at) === field ? [at] : []));
    return holders.find((at) => changed[at]) ?? holders[0];
  };
  return before.map((column, at) => {
    const field = fieldOf(at);
    const isOwn = field === NOT_READ || field === "left" || holder(field) === at;
    if (isOwn && !changed[at]) return column;
    return {
      ...column,
      field: isOwn ? field : NOT_READ,
      note: isOwn ? "As you chose." : "Another column is read as that.",
    };
  });
}

/** Cells copied from a spreadsheet, by their headings or by their columns; null for what is a mere list of addresses. */
export function pastedTable(text: string, figure = figureIn(null)): FileRead | { problem: string } | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  const table = readTable({ text: text.trimStart(), alphabet: null }, invitationLexicons, MOST_ROWS);
  if ("problem" in table || !(table.hasHeadings || isGrid(table))) return null;
  const columns = guessColumns({ table, alphabet: null }, {});
  const email = columns.find(({ field }) => field === "email");
  const isHeading = email && likeness(email.heading, meanings.email) > 0.5;
  if (table.hasHeadings && !isHeading) return null;
  return table.rows.length > MOST_ROWS ? { problem: tooMany(figure) } : { table, alphabet: null };
}

/** Lines of as many cells, one column of which is an address in each of them, and no other is in any. */
function isGrid({ rows, headings: { length: width } }: Table): boolean {
  const addresses = Array.from({ length: width }, (_, at) => rows.filter(({ cells }) => ADDRESS.test(cells[at] ?? "")));
  const isEven = width > 1 && rows.every(({ cells }) => cells.length === width);
  return (
    isEven &&
    addresses.filter((column) => column.length > 0).length === 1 &&
    addresses.some((column) => column.length === rows.length)
  );
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
