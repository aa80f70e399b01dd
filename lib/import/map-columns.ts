import { Guess } from "./guess";
import { guessNames, guessNamesByContent } from "./guess-names";
import { type Lexicon, likeness } from "./lexicon";
import type { Table } from "./table";

/** A column among others: its different cells, and what stands above all of them. */
export type ColumnInTable = { heading: string; cells: readonly string[]; headings: readonly string[] };

/** What a column may be read as, besides nothing. `what` its cells must be to be read: asked of at least one, if there must be one. */
export type Field = {
  field: string;
  label: string;
  lexicon?: Lexicon;
  fits?: (cell: string, heading: string) => boolean;
  what?: string;
  /** What in all of its different cells, or in the headings, speaks against reading it so, in words. */
  against?: (column: ColumnInTable) => string | null;
  mayBeEmpty?: boolean;
  /** Every column that is likely is read as it. */
  isSeveral?: boolean;
  /** Where no heading says so, it is the column most of whose cells are like that. */
  looks?: (cell: string) => boolean;
  /** Or one of which all that is in it tells so. */
  tells?: (heading: string, cells: readonly string[]) => boolean;
  /** What somebody is asked about one that is not read and may be it. */
  asks?: (heading: string, cells: readonly string[]) => string | null;
};

/** A column as somebody chose, or as it is guessed; `note`: why it is read so. */
export type Column = { heading: string; field: string; note: string; samples: string[] };

export const NOT_READ = "";

type Wish = {
  table: Table;
  letters: (cell: string) => string;
  fields: readonly Field[];
  /** Every column is read by its heading, whatever is in it: the file is one of ours. */
  isOurs: boolean;
  /** Its people may stand under what a company calls its customers. */
  ofCustomers?: true;
};

const SAMPLES = 3;
const MOSTLY = 0.6;
/** So much less likely is a column in which nothing stands. */
const EMPTY = 0.1;
const BY_CONTENT = "Guessed by what is in it.";
const SPARE = "Addresses, too; the email is in another column.";
const GAPS = "Taken where a row has no address before it.";
const NAMELESS = "Taken where a row has no name before it.";
const FIRST_OF_SEVERAL = "Where a cell holds several addresses, the first.";
const TAKEN = "Another column is read as that.";
const MAYBE = "Addresses, but maybe not the persons’ own: choose “Email” if they are.";

/** Reads columns by their headings and by what is in them. Each field is one column's, but for what several may say. */
export function mapColumns({ table, letters, fields, isOurs, ofCustomers }: Wish): Column[] {
  const { rows } = table;
  const columns = table.headings.map(
    (raw, at) => new Guess(letters(raw), rows.length, (row) => letters(rows[row]?.cells[at] ?? "")),
  );
  const headings = columns.map(({ heading }) => heading);
  const offered = new Set(fields.map(({ field }) => field));
  const read = columns.map(() => ({ field: NOT_READ, note: "" }));
  const give = (at: number, field: string, note = "") => {
    if (offered.has(field)) read[at] = { field, note };
  };
  const free = (at: number) => read[at]?.field === NOT_READ;
  const isEmpty = (at: number) => columns[at]?.different.length === 0;

  const addresses = columns.map((column) => column.address(isOurs));
  const email = bestOf(addresses);
  const why = columns[email]?.different.some(holdsSeveral) ? FIRST_OF_SEVERAL : "";
  if (email !== -1) give(email, "email", (addresses[email] ?? 0) < 0.5 ? BY_CONTENT : why);
  const gaps = email !== -1 && !isOurs && offered.has("otherEmail") ? (columns[email]?.gaps ?? []) : [];
  for (const [at, column] of columns.entries()) if (free(at) && column.fills(gaps)) give(at, "otherEmail", GAPS);
  for (const { field, lexicon, fits, what, against, mayBeEmpty, isSeveral, ...content } of fields) {
    if (!lexicon) continue;
    const likely = columns.map((column, at) => (free(at) ? likeness(column.heading, lexicon) : 0));
    const isFit = (at: number) =>
      isOurs ||
      !fits ||
      (mayBeEmpty && isEmpty(at)) ||
      (columns[at]?.different.some((cell) => fits(cell, columns[at]?.heading ?? "")) ?? false);
    const whyNot = (at: number) => {
      if (!isFit(at)) return `None of its values is ${what}.`;
      const { different = [], heading = "" } = columns[at] ?? {};
      return isOurs ? null : (against?.({ cells: different, heading, headings }) ?? null);
    };
    const at = bestOf(
      likely.map((how, at) => (how >= 0.5 && whyNot(at) === null ? how * (isEmpty(at) ? EMPTY : 1) : 0)),
    );
    if (at !== -1) give(at, field);
    const isSought = at === -1 || isSeveral;
    const alike = isSought ? columns.map((column, at) => (free(at) ? alikeness(column, content) : 0)) : [];
    const found = isSeveral
      ? alike.flatMap((share, at) => (share >= MOSTLY ? at : []))
      : [bestOf(alike.map((share) => (share >= MOSTLY ? share : 0)))];
    for (const at of found) if (at !== -1) give(at, field, BY_CONTENT);
    for (const [other, how] of likely.entries()) {
      if (how < 0.5 || other === at || !free(other)) continue;
      const why = whyNot(other);
      if (isSeveral && why === null) give(other, field);
      else if (!isEmpty(other)) read[other] = { field: NOT_READ, note: why ?? TAKEN };
    }
  }
  for (const { asks } of fields) {
    for (const [at, { heading, different }] of columns.entries()) {
      const asked = free(at) ? asks?.(heading, different) : null;
      if (asked) read[at] = { field: NOT_READ, note: asked };
    }
  }
  for (const [at, column] of columns.entries()) if (free(at) && column.saysWhoLeft()) give(at, "left");
  const unread = columns.map((column, at) => (free(at) ? column : null));
  const names = table.hasHeadings ? guessNames(unread, ofCustomers) : guessNamesByContent(unread);
  for (const [at, how] of names)
    give(at, how, table.hasHeadings ? (how.startsWith("other") ? NAMELESS : "") : BY_CONTENT);
  return columns.map((column, at) => {
    const { field, note } = read[at] ?? { field: NOT_READ, note: "" };
    const isSpare = field === NOT_READ && note === "" && column.addressShare >= 0.5;
    return {
      heading: column.heading,
      field,
      note: isSpare ? (email === -1 ? MAYBE : SPARE) : note,
      samples: samplesOf(column.filled),
    };
  });
}

const alikeness = (column: Guess, { looks, tells }: Pick<Field, "looks" | "tells">) =>
  tells?.(column.heading, column.different) ? 1 : looks ? column.share(looks) : 0;

/** A few different cells, to know a column by. */
export const samplesOf = (cells: readonly string[]) =>
  [...new Set(cells)]
    .filter((cell) => cell !== "")
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, 60).toWellFormed());

const holdsSeveral = (cell: string) => cell.indexOf("@") !== cell.lastIndexOf("@");

/** The first of the greatest; -1 where all are nothing. */
const bestOf = (weights: readonly number[]) =>
  weights.reduce((best, weight, at) => (weight > (weights[best] ?? 0) ? at : best), -1);
