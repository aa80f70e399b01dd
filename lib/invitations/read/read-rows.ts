import { addressIn, isNoAddress, looksLikeAddress } from "../../import/address-in";
import { type Alphabet, letterReader } from "../../import/alphabet";
import { departureReader, isGone } from "../../import/departure";
import {
  filledName,
  isNoName,
  mayBeNobody,
  type NameOrder,
  orderOfNames,
  otherNames,
  type SplitName,
  splitFullName,
  wholeNameIn,
} from "../../import/full-name";
import { isFilled } from "../../import/heading-line";
import type { Table } from "../../import/table";
import { visibleName } from "../../text/invisible";
import { type Listed, MOST_NAME, named, shown } from "./one-person";

/**
 * A line of the file. Of what is chosen per person, a blank cell says nothing: the form's choice then holds. `skip`: its
 * problem is such that whatever else it says does not matter. `left`: what says that somebody is no more.
 */
export type FileRow = Listed &
  Record<"roles" | "group" | "products" | "lines", string> & {
    skip?: true;
    left?: string;
    /** Every cell in the order of `invitationColumns`, then those that have no column. */
    written: string[];
  };

/** `fields`: what each column is read as. */
export type Source = { table: Pick<Table, "headings" | "rows">; alphabet: Alphabet | null; fields: readonly string[] };

/** The rows of a table, read as its columns are said to be. */
export function readRows({ table, alphabet, fields }: Source): FileRow[] {
  const letters = letterReader(alphabet);
  const at = new Map(fields.map((field, column) => [field, column]));
  const leftIn = leftReader({ table, fields, letters });
  const whole = at.get("fullName") ?? -1;
  const heading = letters(table.headings[whole] ?? "");
  const cellsAt = (column: number) => table.rows.map(({ cells }) => letters(cells[column] ?? "").trim());
  const addresses = at.get("email") ?? -1;
  const order = orderOfNames(heading, cellsAt(whole).map(withoutAsides), (nth) =>
    letters(table.rows[nth]?.cells[addresses] ?? ""),
  );
  const isHalf = at.has("firstName") && at.has("fullName") && !at.has("lastName");
  const mayLack = isHalf || fields.some((field) => OTHER_NAMES.has(field));
  const others = fields.flatMap((field, column) => (field === "otherEmail" ? [column] : []));
  /** In another column, or beside the name as mail programs have it: "Bo Li <bo@x.example>". */
  const elsewhere = (cells: readonly string[]) => {
    const named = letters(cells[whole] ?? "");
    return (
      others.map((column) => letters(cells[column] ?? "")).find(looksLikeAddress) ??
      (looksLikeAddress(named) && addressIn(named).isAddress ? named : "")
    );
  };
  const rows = table.rows.map(({ cells, position, cut, guessed }) => {
    const own = letters(cells[addresses] ?? "");
    const email = isNoAddress(own) ? elsewhere(cells) || own : own;
    const isRead = (field: string) => !guessed || !ACCESS.has(field);
    const written = (field: string) => (isRead(field) ? letters(cells[at.get(field) ?? -1] ?? "") : "");
    const cell = (field: string) => (field === "email" ? email : written(field));
    const row = rowOf(cell, { position, order, mayLack });
    const left = leftIn(cells);
    const surplus = cut ? [] : cells.slice(table.headings.length).map(letters);
    if (!cut && !isFilled(surplus)) return left ? { ...row, left } : row;
    return { ...row, problem: SURPLUS, skip: true as const, written: [...row.written, ...surplus] };
  });
  return oncePerAddress(rows);
}

/** What somebody may do. */
const ACCESS: ReadonlySet<string> = new Set(["roles", "group", "products", "lines"]);

/** "Ana Silva (she/her)", "Bo Li (Guest)", "Robert (Bob) Smith": what is said beside a name, as long as it is one without. */
const ASIDE = /\(([^()]*)\)/g;

function withoutAsides(name: string): string {
  if (!name.includes("(")) return name;
  const plain = name.replace(ASIDE, " ").replace(/\s+/g, " ").trim();
  return /\p{L}/u.test(plain) ? plain : name;
}

const isNamed = ({ firstName, lastName }: SplitName) => firstName !== "" || lastName !== "";

function wholeName(cell: string, order?: NameOrder): SplitName {
  const name = withoutAsides(cell);
  return name === "" || name.includes("@") ? NOBODY : splitFullName(nameIn(name), order);
}

const otherNamesIn = (cell: Cell): SplitName[] => [
  { firstName: nameIn(cell("otherFirstName")), lastName: nameIn(cell("otherLastName")) },
  wholeName(wholeNameIn(cell, "otherFullName")),
];

const NOBODY = { firstName: "", lastName: "" };

/** A plain name holds nothing that can't be seen. */
const nameIn = (cell: string) => (isNoName(cell) ? "" : /^[ -~]*$/.test(cell) ? cell : visibleName(cell));

type Cell = (field: string) => string;

/** `mayLack`: a part of a name may stand in another column. */
type How = { position: number; order: NameOrder; mayLack: boolean };

const OTHER_NAMES: ReadonlySet<string> = new Set(Object.values(otherNames).map(({ field }) => field));

function rowOf(cell: Cell, { position, order, mayLack }: How): FileRow {
  const { email, name, several, problem: noAddress } = addressIn(cell("email"));
  const whole = wholeName(wholeNameIn(cell, "fullName"), order);
  const parts = { firstName: nameIn(cell("firstName")), lastName: nameIn(cell("lastName")) };
  const own = isNamed(parts) ? parts : whole;
  const all = mayLack || mayBeNobody(own) ? filledName(own, [...otherNamesIn(cell), whole]) : own;
  const person = isNamed(all) ? all : splitFullName(nameIn(name));
  // Somebody's name is one person's; without one nobody knows whose addresses they are.
  const whose = several && !isNamed(person) ? `${several} addresses are in this cell. Give each a row of its own.` : "";
  const wrong = [noAddress, whose, tooLong("first", person.firstName), tooLong("last", person.lastName)].filter(
    Boolean,
  );
  const [roles, group, products, lines] = [cell("roles"), cell("group"), cell("products"), cell("lines")];
  return {
    position,
    email: noAddress ? shown(email) : email,
    firstName: named(person.firstName),
    lastName: named(person.lastName),
    ...{ roles, group, products, lines },
    written: [cell("email"), person.firstName, person.lastName, roles, group, products, lines],
    ...(wrong.length > 0 && { problem: wrong.join(" ") }),
  };
}

/** "Status: Suspended", for the first column that says so, or "Bo Li (Terminated)". */
function leftReader({
  table,
  fields,
  letters,
}: Pick<Source, "table" | "fields"> & { letters: (cell: string) => string }) {
  const readers = fields.flatMap((field, column) => {
    if (field === "fullName")
      return [{ column, heading: letters(table.headings[column] ?? ""), hasLeft: hasGoneAside }];
    if (field !== "left") return [];
    const cells = table.rows.map((row) => letters(row.cells[column] ?? ""));
    const heading = letters(table.headings[column] ?? "");
    return [{ column, heading, hasLeft: departureReader(heading, cells) }];
  });
  return (cells: readonly string[]): string | undefined => {
    for (const { column, heading, hasLeft } of readers) {
      const cell = letters(cells[column] ?? "");
      if (hasLeft(cell)) return shown(`${heading || `Column ${column + 1}`}: ${cell}`);
    }
    return undefined;
  };
}

const hasGoneAside = (name: string) =>
  name.includes("(") && [...name.matchAll(ASIDE)].some(([, aside = ""]) => isGone(aside));

const tooLong = (which: "first" | "last", name: string) =>
  name.length > MOST_NAME ? `The ${which} name is longer than ${MOST_NAME} characters.` : undefined;

const SURPLUS =
  "This row has more cells than there are columns. Put quotation marks around a cell that holds the separator.";

/** In a file every row has a number to go back to, so each repetition names the first. */
function oncePerAddress(rows: readonly FileRow[]): FileRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    if (row.problem) return row;
    const key = row.email.toLowerCase();
    const before = first.get(key);
    if (before === undefined) first.set(key, row.position);
    const problem = `Row ${before} has the same address. It is invited once.`;
    return before === undefined ? row : { ...row, problem, skip: true };
  });
}
