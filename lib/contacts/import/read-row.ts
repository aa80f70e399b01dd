import type { z } from "zod";
import * as fields from "../../fields";
import { addressIn } from "../../import/address-in";
import { splitFullName } from "../../import/full-name";
import { fold } from "../../import/heading";
import type { Country } from "../../numbers/countries";
import { readNumber, whyNoNumber } from "../../numbers/read-number";
import { fieldValue } from "../fields/field-values";
import { groupName } from "../groups/managed-contact-group";
import { SHORTENED } from "./read-file";

// Made once: it takes longer than reading a row.
const company = fields.line(120, "Enter a company.");
const notes = fields.words("Write a note.");
const consentSource = fields.line(300, "Say how.");

type Cell = (field: string) => string;

type How = {
  country: Country;
  isReversed: boolean;
  /** The company's own fields that it fills. */
  own: readonly { key: string; field: string; name: string }[];
};

/** What a row says of somebody; null where it says nothing. `problem`: why it can't be taken. */
export type ContactRead = ReturnType<typeof readContact>;

/** A row, by what its columns are said to be. */
export function readContact(cell: Cell, { country, isReversed, own }: How) {
  const wrong: string[] = [];
  const take = <T>(title: string, text: string, schema: z.ZodType<T>): T | null => {
    if (text === "") return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    wrong.push(`${title}: ${parsed.error.issues[0]?.message ?? ""}`);
    return null;
  };
  const number = phoneIn(cell("phone"), country);
  if ("problem" in number) wrong.push(number.problem);
  const isNamed = cell("firstName") !== "" || cell("lastName") !== "";
  const parts = { firstName: cell("firstName"), lastName: cell("lastName") };
  const { firstName, lastName } = isNamed ? parts : splitFullName(cell("fullName"), { lastFirst: isReversed });
  const address = cell("email") === "" ? null : addressIn(cell("email"));
  if (address && !address.isAddress) wrong.push(`Email: ${address.problem ?? ""}`);
  const values = own.flatMap(({ key, field, name }) => {
    const value = take(name, cell(field), fieldValue);
    return value === null ? [] : [[key, value]];
  });
  return {
    phone: "problem" in number ? null : number.e164,
    first_name: take("First Name", firstName, fields.firstName),
    last_name: take("Last Name", lastName, fields.lastName),
    email: address?.isAddress ? address.email : null,
    company: take("Company", cell("company"), company),
    time_zone: take("Time Zone", cell("timeZone"), fields.timeZone),
    notes: take("Notes", cell("notes"), notes),
    field_values: Object.fromEntries(values) as Record<string, string>,
    groups: groupsIn(cell("group")).flatMap((name) => take("Group", name, groupName) ?? []),
    consent: yesOrNo("Consent", cell("consent"), wrong),
    consent_source: take("Consent Source", cell("consentSource"), consentSource),
    blacklisted: yesOrNo("Blacklisted", cell("blacklisted"), wrong) === true,
    problem: wrong.length > 0 ? wrong.join(" ") : null,
  };
}

/** Programs write several one after the other: "Regulars; West", "Regulars ::: * myContacts". */
const groupsIn = (cell: string) => [
  ...new Set(
    cell
      .split(/;|:::|\|/)
      .map((name) => name.trim().replace(/^\* /, ""))
      .filter(Boolean),
  ),
];

/** In one cell; a file may be full of semicolons. */
const MOST_NUMBERS = 20;

/** The first of several in one cell that is a number. */
function phoneIn(cell: string, country: Country): { e164: string } | { problem: string } {
  if (cell === "") return { problem: "There is no phone number in this row." };
  if (SHORTENED.test(cell))
    return {
      problem: `${cell}: a spreadsheet program shortened this number, and its last digits are lost. Format the column as text there, and enter it anew.`,
    };
  for (const each of [cell, ...cell.split(/ ::: |[;|\n]/, MOST_NUMBERS)]) {
    const number = readNumber(each, country);
    if (number?.extension) return { problem: `A text goes to no extension. Leave “ext. ${number.extension}” away.` };
    if (number) return { e164: number.e164 };
  }
  return { problem: `${cell.slice(0, 60)}: ${whyNoNumber(cell, country)}` };
}

const YES =
  /^(?:yes|y|true|t|1|x|ja|j|wahr|si|s|verdadero|oui|o|vrai|sim|verdadeiro|on|checked|opted in|opt in|subscribed|granted|✓|✔)$/;
const NO =
  /^(?:no|n|false|f|0|-|nein|falsch|falso|non|faux|nao|off|unchecked|opted out|opt out|unsubscribed|not subscribed|denied|none)$/;

function yesOrNo(title: string, cell: string, wrong: string[]): boolean | null {
  const word = fold(cell);
  if (word === "") return null;
  if (YES.test(word)) return true;
  if (!NO.test(word)) wrong.push(`${title}: write yes or no, or leave it empty.`);
  return NO.test(word) ? false : null;
}
