import type { Viewer } from "../../access/viewer";
import { looksLikeAddress } from "../../import/address-in";
import { letterReader } from "../../import/alphabet";
import { asRemembered } from "../../import/chosen-columns";
import { remembered } from "../../import/column-memory";
import type { Text } from "../../import/decode";
import { type Column, type Field, mapColumns } from "../../import/map-columns";
import { type FileRead, readTable } from "../../import/table";
import { type Figure, figureIn } from "../../text/figure";
import { listContactFields } from "../fields/list";
import { contactColumnNames, contactColumns, contactLexicons, isContactsFile } from "./columns";
import { ownFieldsToRead, stillThere } from "./own-columns";

/** So many at once. */
export const MOST_CONTACTS = 100_000;

/** Room for the columns that are not read. */
export const MOST_FILE_BYTES = 15_000_000;
export const FILE_TOO_LARGE = "That file has more than 15 MB. Split it into smaller ones.";

const tooMany = (figure: Figure) =>
  `That is more than ${figure(MOST_CONTACTS)} contacts, which is the most at once: split the list.`;

/** As surely as it takes to tell columns and lines from each other. "4.41E+11" was one before a spreadsheet shortened it. */
const looksLikePhone = (cell: string) => {
  const digits = cell.replace(/\D/g, "").length;
  return /^'?\+?[\d\s().\-/]{7,24}$/.test(cell) ? digits >= 7 && digits <= 15 : SHORTENED.test(cell);
};

/** How Excel writes a large number. */
export const SHORTENED = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

export function readContacts(text: Text, figure = figureIn(null)): FileRead | { problem: string } {
  const table = readTable(text, {
    known: contactLexicons,
    isData: (cell) => looksLikeAddress(cell) || looksLikePhone(cell),
    most: MOST_CONTACTS,
    lines: 3 * MOST_CONTACTS,
    figure,
  });
  if ("problem" in table) return table;
  if (table.rows.length > MOST_CONTACTS) return { problem: tooMany(figure) };
  return { table, alphabet: text.alphabet };
}

/** How the columns are read: as this company chose for the same headings before, or as is likely. */
export async function contactColumnsOf(viewer: Viewer, { table, alphabet }: FileRead): Promise<Column[]> {
  const own = await listContactFields(viewer);
  const letters = letterReader(alphabet);
  const fields: Field[] = contactColumnNames.map((field) => {
    const column = contactColumns[field];
    return {
      field,
      label: column.title,
      ...("lexicon" in column && { lexicon: column.lexicon }),
      ...(field === "phone" && { fits: looksLikePhone, looks: looksLikePhone, what: contactColumns.phone.what }),
    };
  });
  const isOurs = isContactsFile(table.headings.map(letters));
  const offered = [...ownFieldsToRead(own), ...fields, { field: "fullName", label: "Full Name" }];
  const guessed = mapColumns({ table, letters, fields: offered, isOurs, ofCustomers: true });
  const before = table.hasHeadings
    ? await remembered({ accountId: viewer.accountId, purpose: "contacts" }, guessed)
    : undefined;
  return asRemembered(guessed, before && stillThere(before, own));
}
