import examples from "libphonenumber-js/examples.mobile.json";
import { getExampleNumber, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { visible } from "../text/invisible";
import type { Country } from "./countries";

/** A number as it is kept: E.164, and what is dialled after it. */
export type ReadNumber = { e164: string; extension: string | undefined };

/** "ext. 22", "(x22)", "#22", as RFC 3966 has it, and as it is called elsewhere; seven digits are the most in use. */
const EXTENSION =
  /^(.*?\d.*?)[\s,(]*(?:;\s*ext=|,+|;|#|x|(?<![a-z])(?:ext(?:ensi[oó]n|n)?|poste|anexo|ramal|int(?:erno)?|dw|durchwahl|nebenstelle|toestel|доб|内線|내선|转|轉|分机)\.?)[\s:#.]*(\d{1,7})[.#)]?$/i;

/** More is no number; a cell of a file may hold megabytes. */
const LONGEST = 200;

/** What people put between digits, and letters as on the keys of a telephone. */
const WRITTEN = /^\+?[\d\s().\-/·•*_A-Za-z]*$/;

const KEYS = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/** What the whole world dials before a country code; a country's own way is known to the library. */
const ABROAD = /^\s*(?:\(\s*)?(?:00|011)[\s)\-./]*(?=[1-9])/;

/** Until 2019 a 1 stood before the mobile numbers of Mexico. */
const MEXICAN = /^\+[\s(]*52[\s().-]*1[\s().-]*(?=(?:\d[\s().-]*){10}$)/;

/**
 * A phone number as people write it, without the country code as in their own country; undefined for what is none, or
 * not all of it: nothing that was typed is left away in silence.
 */
export function readNumber(typed: string, country: Country): ReadNumber | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plainNumber(typed);
  const [, number = text, extension] = EXTENSION.exec(text) ?? [];
  if (!WRITTEN.test(number)) return undefined;
  const dialled = byKeys(number);
  if (dialled === undefined) return undefined;
  const readings = [dialled, dialled.replace(ABROAD, "+").replace(MEXICAN, "+52")].map((each) =>
    parsePhoneNumberFromString(each, country),
  );
  const found =
    readings.find((reading) => reading?.isValid()) ?? readings.find((reading) => reading && isLikely(reading));
  return found && { e164: found.number, extension };
}

/** As long as numbers are there. In North America none begins with 0 or 1: "06 12 34 56 78" is one from abroad. */
const isLikely = (reading: PhoneNumber) => reading.isPossible() && !/^\+1[01]/.test(reading.number);

/** Kept as one text, as RFC 3966 writes it. */
export const keptNumber = ({ e164, extension }: ReadNumber) => (extension ? `${e164};ext=${extension}` : e164);

/** One way to write digits, signs and dashes; without what stands before a number that was copied. */
export const plainNumber = (typed: string) =>
  visible(typed)
    .normalize("NFKC")
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212\u30fc]/gu, "-")
    .replace(/^\s*tel\s*[:.]\s*/i, "")
    .trim();

/** Unicode keeps the ten digits of a script together, zero first, from a multiple of ten on or of sixteen. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** "1-800-FLOWERS": whole words after an area code. A letter among digits is a slip. */
function byKeys(number: string): string | undefined {
  if (!/[A-Za-z]/.test(number)) return number;
  const [first = "", second = "", ...others] = number.split(/[\s().\-+]+/).filter(Boolean);
  const words = first === "1" ? others : [second, ...others];
  const isDialled =
    /^\d{3}$/.test(first === "1" ? second : first) && words.every((word) => /^(?:\d+|[A-Za-z]{2,})$/.test(word));
  return isDialled ? number.toLowerCase().replace(/[a-z]/g, onKey) : undefined;
}

const onKey = (letter: string) => String(KEYS.findIndex((letters) => letters.includes(letter)) + 2);

/** How a number is written at home. */
export const exampleNumber = (country: Country): string =>
  (country !== "US" && getExampleNumber(country, examples)?.formatNational()) || "(415) 555-0134";

/** Words for the person about what could not be read; how it is written at home, and abroad. */
export function whyNoNumber(typed: string, country: Country): string {
  if (/\p{L}/u.test(typed) && /(?:\d[\s().\-/]*){7}/.test(plainNumber(typed)))
    return "Enter one number and nothing else but its extension, such as ext. 22.";
  const home = exampleNumber(country);
  const abroad = country === "GB" ? "+1 415 555 0134" : "+44 20 7946 0018";
  return `That isn't a whole phone number. Write it like ${home}. Write numbers abroad with + and the country code, such as ${abroad}.`;
}
