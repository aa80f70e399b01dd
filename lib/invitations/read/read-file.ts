import { looksLikeAddress } from "../../import/address-in";
import { letterReader } from "../../import/alphabet";
import type { Text } from "../../import/letters/decode";
import { likeness } from "../../import/lexicon";
import { type Column, type Field, mapColumns } from "../../import/map-columns";
import { meanings } from "../../import/meanings";
import { type FileRead, readTable, type Table } from "../../import/table";
import { figureIn } from "../../text/figure";
import {
  type Fits,
  invitationColumnNames,
  invitationColumns,
  invitationLexicons,
  isOurFile,
  otherFields,
} from "./columns";
import { MOST_ROWS, tooMany } from "./one-person";
import { rolesOfOthers } from "./roles-of-others";

/** A file, or a pasted table, in cells; or what is wrong with the whole of it. */
export function readFile(text: Text, figure = figureIn(null)): FileRead | { problem: string } {
  const table = readTable(text, { known: invitationLexicons, isOurs: isOurFile, most: MOST_ROWS, figure });
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
      ...(field === "roles" && { against: rolesOfOthers }),
    };
  });
  return mapColumns({
    table,
    letters,
    fields: [...named, ...otherFields],
    isOurs: isOurFile(table.headings.map(letters)),
  });
}

/** Cells copied from a spreadsheet, by their headings or by their columns; null for what is a mere list of addresses. */
export function pastedTable(text: string, figure = figureIn(null)): FileRead | { problem: string } | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  const kind = { known: invitationLexicons, isOurs: isOurFile, most: MOST_ROWS, figure, isPasted: true };
  const table = readTable({ text: text.trimStart(), alphabet: null }, kind);
  if ("problem" in table || !(table.hasHeadings || isGrid(table))) return null;
  const columns = guessColumns({ table, alphabet: null }, {});
  const email = columns.find(({ field }) => field === "email");
  const isHeading = email && likeness(email.heading, meanings.email) > 0.5;
  if (table.hasHeadings && !isHeading) return null;
  return table.rows.length > MOST_ROWS ? { problem: tooMany(figure) } : { table, alphabet: null };
}

/**
 * A file that is no table: addresses one after the other on a line, or "Silva, Ana <ana@x.example>", as mail programs copy
 * them. With signs that are still bytes it is read as a table, for somebody to say which letters they are.
 */
export function isMereList(read: FileRead | { problem: string }, { text, alphabet }: Text): boolean {
  if (alphabet !== null) return false;
  if ("problem" in read) return QUOTED.test(text);
  const { headings, hasHeadings, rows } = read.table;
  return !hasHeadings && headings.length > 1 && rows.every(({ cells }) => isListed(cells.filter(Boolean)));
}

/** A line like that is none of a table's. */
const QUOTED = /^"[^"\n]*"[ \t]*<[^<>\s@]+@[^<>\s@]+>[,;]?\r?$/m;

const isListed = (cells: readonly string[]) =>
  cells.every(looksLikeAddress) ||
  (cells.length === 2 && !/[@\d]/.test(cells[0] ?? "") && /^\p{L}[^@<]*<[^<>\s@]+@[^<>\s@]+>$/u.test(cells[1] ?? ""));

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
