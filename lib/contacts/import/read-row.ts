import type { z } from "zod";
import * as fields from "../../fields";
import { addressIn } from "../../import/address-in";
import { filledName, isNoName, mayBeNobody, type NameOrder, splitFullName, wholeNameIn } from "../../import/full-name";
import { zoneIn } from "../../import/zone-in";
import type { Country } from "../../numbers/countries";
import { countryIn } from "../../numbers/country-in";
import { readNumber, whyNoNumber } from "../../numbers/read-number";
import { fieldValue } from "../fields/field-values";
import { groupName } from "../groups/managed-contact-group";
import type { Cells } from "./cells-of";
import { numbersInCell } from "./numbers-in-cell";
import { SHORTENED } from "./read-file";
import { wishIn } from "./wish";

// Made once: it takes longer than reading a row.
const company = fields.line(120, "Enter a company.");
const notes = fields.words("Write a note.");
const consentSource = fields.line(300, "Say how.");

type How = {
  country: Country;
  order: NameOrder;
  /** Its groups stand between commas: its column is called so that there may be several. */
  hasCommas: boolean;
  /** The company's own fields that it fills. */
  own: readonly { key: string; field: string; name: string }[];
};

/** What a row says of somebody; null where it says nothing. `problem`: why it can't be taken. */
export type ContactRead = ReturnType<typeof readContact>;

/** A row, by what its columns are said to be. */
export function readContact(cellsOf: Cells, { country, order, hasCommas, own }: How) {
  const wrong: string[] = [];
  const cell = (field: string) => cellsOf(field)[0] ?? "";
  const take = <T>(title: string, text: string, schema: z.ZodType<T>): T | null => {
    if (text === "") return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    wrong.push(`${title}: ${parsed.error.issues[0]?.message ?? ""}`);
    return null;
  };
  const number = firstPhone(phonesIn(cellsOf), { country, said: cell("phoneCountry") });
  if ("problem" in number) wrong.push(number.problem);
  const { firstName, lastName } = nameIn(cellsOf, order);
  const address = cell("email") === "" ? null : addressIn(cell("email"));
  if (address && !address.isAddress) wrong.push(`Email: ${address.problem ?? ""}`);
  const values = own.flatMap(({ key, field, name }) => {
    const value = take(name, cell(field), fieldValue);
    return value === null ? [] : [[key, value]];
  });
  const [consent, blacklisted] = (["Consent", "Blacklisted"] as const).map((asked) => {
    const wishes = cellsOf(asked === "Consent" ? "consent" : "blacklisted").map((said) => wishIn(asked, said));
    if (wishes.includes("stop")) return "stop";
    if (wishes.includes(undefined)) wrong.push(`${asked}: write yes or no, or leave it empty.`);
    return wishes[0] ?? null;
  });
  const zone = cell("timeZone") === "" ? null : zoneIn(cell("timeZone"));
  if (cell("timeZone") !== "" && zone === null) wrong.push(`Time Zone: ${cell("timeZone").slice(0, 60)} ${NO_ZONE}`);
  return {
    phone: "problem" in number ? null : number.e164,
    first_name: take("First Name", firstName, fields.firstName),
    last_name: take("Last Name", lastName, fields.lastName),
    email: address?.isAddress ? address.email : null,
    company: take("Company", cell("company"), company),
    time_zone: zone,
    notes: take("Notes", cell("notes"), notes),
    field_values: Object.fromEntries(values) as Record<string, string>,
    groups: groupsIn(cell("group"), { hasCommas }).flatMap((name) => take("Group", name, groupName) ?? []),
    consent: consent === null ? null : consent === "yes",
    consent_source: take("Consent Source", cell("consentSource"), consentSource),
    blacklisted: consent === "stop" || blacklisted === "stop",
    problem: wrong.length > 0 ? wrong.join(" ") : null,
  };
}

/** What of a name has no column, or stands in another one, is taken from there. */
export function nameIn(cellsOf: Cells, order?: NameOrder) {
  const cell = (field: string) => {
    const [written = ""] = cellsOf(field);
    return isNoName(written) ? "" : written;
  };
  const parts = { firstName: cell("firstName"), lastName: cell("lastName") };
  const whole = splitFullName(wholeNameIn(cell, "fullName"), order);
  const others = [
    { firstName: cell("otherFirstName"), lastName: cell("otherLastName") },
    splitFullName(wholeNameIn(cell, "otherFullName")),
  ];
  const isNamed = parts.firstName !== "" || parts.lastName !== "";
  const [last] = cellsOf("lastName");
  const mayLack = last === undefined || mayBeNobody(parts);
  return filledName(isNamed ? parts : whole, mayLack ? [...others, whole] : others);
}

const NO_ZONE = "is none that we know. Write one like America/Chicago, or leave it empty.";

/** Programs write several one after the other: "Regulars; West", "Regulars ::: * myContacts", `"Regulars","West, old"`. */
export function groupsIn(cell: string, { hasCommas }: Pick<How, "hasCommas">): string[] {
  const quoted = QUOTED.test(cell) ? [...cell.matchAll(/"([^"]*)"/g)].map(([, name = ""]) => name) : null;
  const apart = cell.split(/;|:::|\|/);
  const names = quoted ?? (hasCommas && apart.length === 1 ? cell.split(",") : apart);
  return [...new Set(names.map((name) => name.trim().replace(/^\* /, "")).filter(Boolean))];
}

/** As they are read again. */
export const groupsCell = (names: readonly string[]) =>
  names.some((name) => /[;|]|:::/.test(name)) ? names.map((name) => `"${name}"`).join(",") : names.join("; ");

/** "Tags" holds several between commas; "Group" is one, which may be called "Berlin, Mitte". */
export const holdsSeveral = (heading: string) =>
  /(?:^|\W)(?:tags|lists|groups|labels|listen|gruppen|listas|grupos|etiquetas|listes|groupes)(?:\W|$)/i.test(heading);

const QUOTED = /^\s*"[^"]*"(?:\s*,\s*"[^"]*")*\s*$/;

/** What stands in a row where numbers do, the own one first; where it has the area's code in a column of its own, with that before without. */
export function phonesIn(cellsOf: Cells): string[] {
  const [area = ""] = cellsOf("areaCode");
  const written = ["phone", "otherPhone"].flatMap((field) => cellsOf(field)).filter((cell) => cell !== "");
  if (area === "") return written;
  const code = area.slice(0, 20).replace(/\.0$/, "");
  return written.flatMap((cell) => (hasArea(cell) || SHORTENED.test(cell) ? [cell] : [`${code} ${cell}`, cell]));
}

/** With its country before it, or with the zero that stands before an area. */
const hasArea = (phone: string) => /^\W*(?:\+|0)/.test(phone);

type Phone = { e164: string } | { problem: string };

/** The first that is one; what is wrong with the first that is there, where none is. One whose digits are lost is theirs all the same. */
function firstPhone(written: readonly string[], { country, said }: { country: Country; said: string }): Phone {
  const own = countryIn(said);
  const isUnknown = own === undefined && said !== "";
  let wrong: Phone | undefined;
  for (const each of written) {
    const found = phoneIn(each, own ?? country);
    if ("e164" in found && (!isUnknown || saysItsCountry(each))) return found;
    if (SHORTENED.test(each)) return wrong ?? found;
    wrong ??= "e164" in found ? { problem: `Country Code: ${said.slice(0, 60)} ${NO_COUNTRY}` } : found;
  }
  return wrong ?? { problem: "There is no phone number in this row." };
}

const NO_COUNTRY = "is none that we know. Write one like +44 or GB, or leave it empty.";
export const saysItsCountry = (phone: string) => /^\W*(?:\+|00)/.test(phone);

/** The first of several in one cell that is a number; "14155550130.0" is how programs write one that they took for an amount. */
function phoneIn(written: string, country: Country): Phone {
  const cell = written.replace(/^(\+?\d{7,15})\.0$/, "$1");
  if (SHORTENED.test(cell))
    return {
      problem: `${cell}: a spreadsheet program shortened this number, and its last digits are lost. Format the column as text there, and enter it anew.`,
    };
  for (const each of numbersInCell(cell)) {
    const number = readNumber(each, country);
    if (number?.extension) return { problem: `A text goes to no extension. Leave “ext. ${number.extension}” away.` };
    if (number) return { e164: number.e164 };
  }
  return { problem: `${cell.slice(0, 60)}: ${whyNoNumber(cell, country)}` };
}
