import type { Viewer } from "../../access/viewer";
import { looksLikeAddress } from "../../import/address-in";
import { letterReader } from "../../import/alphabet";
import { asRemembered } from "../../import/chosen-columns";
import { remembered } from "../../import/column-memory";
import { otherNames } from "../../import/full-name";
import type { Text } from "../../import/letters/decode";
import { type Column, type ColumnInTable, type Field, mapColumns } from "../../import/map-columns";
import { type FileRead, readTable } from "../../import/table";
import { countryIn } from "../../numbers/country-in";
import { plainNumber } from "../../numbers/read-number";
import { type Figure, figureIn } from "../../text/figure";
import { listContactFields } from "../fields/list";
import {
  areaCode,
  contactColumnNames,
  contactColumns,
  contactLexicons,
  isContactsFile,
  otherPhone,
  phoneCountry,
} from "./columns";
import { inFull } from "./in-full";
import { numbersInCell } from "./numbers-in-cell";
import { ownFieldsToRead, stillThere } from "./own-columns";
import { asksTheContrary, asksWhoWantsTexts, maySayWhoStopped, tellsWhoStopped, wishIn } from "./wish";

/** So many at once. */
export const MOST_CONTACTS = 100_000;

/** Room for the columns that are not read. */
export const MOST_FILE_BYTES = 15_000_000;
export const FILE_TOO_LARGE = "That file has more than 15 MB. Split it into smaller ones.";

const tooMany = (figure: Figure) =>
  `That is more than ${figure(MOST_CONTACTS)} contacts, which is the most at once: split the list.`;

/** As surely as it takes to tell columns and lines from each other. "4.41E+11" was one before a spreadsheet shortened it. */
function looksLikePhone(cell: string): boolean {
  const text = plainNumber(numbersInCell(cell.slice(0, 100))[1] ?? "").replace(/[\s,]*(?:ext\.?|x|#)\s*\d{1,7}$/i, "");
  const digits = text.replace(/\D/g, "").length;
  return /^'?\+?[\d\s().\-/]{7,24}$/.test(text) ? digits >= 7 && digits <= 15 && !DAY.test(text) : SHORTENED.test(cell);
}

/** "2024-03-01" and "01.03.2024" have as many digits as a number. */
const DAY = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?![\d./-])/;

/** How programs of spreadsheets write a large number. */
export const SHORTENED = /^['+]*\d(?:[.,]\d+)? *(?:E *\+?|[×x] *10\^?)\d{1,3}$/i;

export function readContacts(text: Text, figure = figureIn(null)): FileRead | { problem: string } {
  const table = readTable(text, {
    known: contactLexicons,
    isOurs: isContactsFile,
    isData: (cell) => looksLikeAddress(cell) || looksLikePhone(cell),
    most: MOST_CONTACTS,
    lines: 3 * MOST_CONTACTS,
    figure,
  });
  if ("problem" in table) return table;
  if (table.rows.length > MOST_CONTACTS) return { problem: tooMany(figure) };
  return { table, alphabet: text.alphabet };
}

/** "+49" in a column that is called anyhow. */
const CALLING = /^\(?(?:\+|00)\d{1,3}\)?$/;

/** "0043" is a country's. */
const AREA = /^\(?(?!00)\d{2,6}\)?(?:\.0)?$/;

const says = (asked: Parameters<typeof wishIn>[0]) => (cell: string, heading: string) =>
  wishIn(asked, inFull(heading, cell)) !== undefined;

const notThose = ({ heading }: ColumnInTable) => (asksTheContrary(heading) ? "It says who has not agreed." : null);
const notTheirs = ({ heading }: ColumnInTable) =>
  asksWhoWantsTexts(heading) ? "A yes in it may mean that they want texts." : null;

/** How columns are read that say nothing of their own. */
const notes: Readonly<Record<string, string>> = {
  [otherPhone.field]: "Taken where a row has no number before it.",
  [phoneCountry.field]: "Of the numbers that don’t say theirs.",
  [areaCode.field]: "Of the numbers that are not whole without it.",
};

/** How the columns are read: as this company chose for the same headings before, or as is likely. */
export async function contactColumnsOf(viewer: Viewer, { table, alphabet }: FileRead): Promise<Column[]> {
  const own = await listContactFields(viewer);
  const letters = letterReader(alphabet);
  const fields: Field[] = contactColumnNames.map((field) => {
    const { title: label, ...column } = contactColumns[field];
    return {
      ...{ field, label, ...column },
      ...(field === "phone" && { fits: looksLikePhone, looks: looksLikePhone }),
      ...(field === "consent" && { fits: says("Consent"), mayBeEmpty: true, against: notThose }),
      ...(field === "blacklisted" && {
        ...{ fits: says("Blacklisted"), mayBeEmpty: true, tells: tellsWhoStopped, asks: maySayWhoStopped },
        against: notTheirs,
      }),
    };
  });
  const isOurs = isContactsFile(table.headings.map(letters));
  const others = { ...otherPhone, fits: looksLikePhone, what: contactColumns.phone.what };
  const isCountry = (cell: string) => countryIn(cell) !== undefined;
  const country = { ...phoneCountry, fits: isCountry, looks: (cell: string) => CALLING.test(cell) && isCountry(cell) };
  const area = { ...areaCode, fits: (cell: string) => AREA.test(cell) };
  const offered = [
    ...ownFieldsToRead(own),
    ...fields,
    others,
    country,
    area,
    { field: "fullName", label: "Full Name" },
    ...Object.values(otherNames),
  ];
  const guessed = mapColumns({ table, letters, fields: offered, isOurs, ofCustomers: true }).map((column) =>
    notes[column.field] ? { ...column, note: notes[column.field] ?? "" } : column,
  );
  const before = table.hasHeadings
    ? await remembered({ accountId: viewer.accountId, purpose: "contacts" }, guessed)
    : undefined;
  return asRemembered(guessed, before && stillThere(before, own));
}
