import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Somebody who is erased, by what a list may hold of them. */
export type InLists = { phones: readonly string[]; emails: readonly string[] };

/**
 * Looks for them in texts that stand beside each other, as a row's cells do: by a number of theirs, however it is written,
 * or by an email. Of each text that holds them it answers what else it says; of the others, undefined.
 */
export function mentions({ phones, emails }: InLists): (texts: readonly string[]) => (string | undefined)[] {
  const numbers = new RegExp(phones.map(asWritten).join("|") || NONE, "gu");
  const addresses = new RegExp(emails.map(asTyped).join("|") || NONE, "giu");
  return (texts) => {
    const each = texts.map(plain);
    const all = each.join(EDGE);
    const signs = all.split("");
    // What looks like a number and is a day is none.
    const dayless = all.replace(DAY, (day) => "x".repeat(day.length));
    for (const { index, 0: found } of [...dayless.matchAll(numbers), ...all.matchAll(addresses)])
      for (let at = index; at < index + found.length; at++) if (signs[at] !== EDGE) signs[at] = "";
    const left = signs.join("").split(EDGE);
    return each.map((text, at) => (left[at] === text ? undefined : left[at]));
  };
}

/** For PostgreSQL, of cells in lower case: all that may hold them, and little else. */
export const roughly = ({ phones, emails }: InLists): string =>
  [
    ...phones.map((phone) => [...nationalOf(phone).national].map(inAllDigits).join("\\D*")),
    ...emails.map(literal),
  ].join("|");

/** As `plain` reads them. */
const inAllDigits = (digit: string) =>
  `[${[0x30, 0xff10, 0x660, 0x6f0].map((zero) => String.fromCodePoint(zero + Number(digit))).join("")}]`;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(EDGE, "");

function nationalOf(phone: string) {
  const { countryCallingCode = "", nationalNumber = phone.slice(1) } = parsePhoneNumberFromString(phone) ?? {};
  return { country: countryCallingCode, national: nationalNumber };
}

/** Where one text ends and the next begins: a sign that no text has. */
const EDGE = "\uE000";

const NONE = "(?!)";

/** What stands between the digits of a number, and what it doesn't say, as the marks of direction that telephones copy along. */
const BETWEEN = "\\s\\p{Cf}\\p{Pd}()./_,·•:;*|'’\\[\\]";
const GAP = `[${BETWEEN}]*(?:${EDGE}[${BETWEEN}]*)?`;
const apart = (digits: string) => [...digits].join(GAP);

/** So many digits are nobody else's by chance, an amount or a code of an area. */
const PLENTY = 9;

/** A number with its country, and where it is long enough without, its digits apart as people write them or in cells beside each other. */
function asWritten(phone: string): string {
  const { country, national } = nationalOf(phone);
  const abroad = `(?:\\+|(?:00|011)${GAP})`;
  const isLong = (country + national).length >= PLENTY;
  const whole = `${abroad}${isLong ? "?" : ""}${apart(country)}${GAP}(?:0${GAP})?${apart(national)}`;
  // Behind another country's code the same digits are another number.
  const bare = `(?<!\\+[\\d${BETWEEN}]{1,8}${EDGE}?)(?:0${GAP})?${apart(national)}`;
  return `(?<!\\d)(?:${whole}${national.length >= PLENTY ? `|${bare}` : ""})(?!\\d)`;
}

/** As programs and people write days, the year first or last, with the time that follows; behind a country's code it is a number. */
const DAY =
  /(?<!\d|\+\d{0,3}[ -]?)(?:(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)(?:(?:T|,?\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?(?!\d)/gu;

/** An address as it stands, whatever the case, and not as the end or beginning of another one. */
const asTyped = (email: string) => `(?<![\\w.+-])${literal(email)}(?![\\w-]|\\.\\w)`;

const literal = (email: string) => email.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
