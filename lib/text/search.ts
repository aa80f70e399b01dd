import { and, or, type SQL, sql } from "drizzle-orm";
import type { Home } from "../numbers/countries";
import { plainNumber, readNumber } from "../numbers/read-number";
import { asKept } from "./address";
import { visible } from "./invisible";

/** Longer than any name, address or number that could be found; RFC 5321 allows an address 254 characters. */
const LONGEST = 254;

/** More words than these would only cost. */
const MOST_WORDS = 8;

/** What somebody looks for, as an address of the portal has it: on one line, and of use to the database. */
export const searchIn = (typed: string) =>
  typed
    .toWellFormed()
    .replace(/[\p{Cc}\ufffd]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();

/** A condition that a text holds these words; both as the database's search_form has them. */
type Holds = (words: string) => SQL;

/**
 * Every word somewhere in a text, in any case, with any accents, dashes and apostrophes, in any order; a domain in its own
 * letters; and a phone number however it is written. Undefined where nothing is asked for.
 */
export function searching(search: string, { country }: Home, holds: Holds): SQL | undefined {
  if (search.trim() === "") return undefined;
  const words = wordsOf(search);
  if (words.length === 0) return sql`false`;
  const spelt = (word: string) => or(holds(word), ...[asKept(word)].flatMap((kept) => (kept ? [holds(kept)] : [])));
  const asWords = and(...phrases(words).map((phrase) => or(and(...phrase.map(spelt)), ...digitsOf(phrase).map(holds))));
  const number = readNumber(search, country);
  if (!number) return asWords;
  const extension = number.extension && holds(`ext. ${number.extension}`);
  return or(asWords, and(holds(number.e164), extension || undefined));
}

/** The same for a text that no index is kept of; the words are folded once and not for every row. */
export const searchingIn = (column: SQL, search: string, home: Home) =>
  searching(search, home, (words) => sql`strpos(search_form(${column}), (select search_form(${words}))) > 0`);

/** Without what search_form leaves away: a comma is no word, and stands between two. */
function wordsOf(search: string): string[] {
  const words = search
    .split(/[\s,;،、]+/)
    .map((word) => (isDigits(plainNumber(word)) ? plainNumber(word) : visible(word)));
  return words.filter((word) => /[^'`’‘ʼʻʹ´′"“”„«»<>]/u.test(word)).slice(0, MOST_WORDS);
}

const isDigits = (word: string) => /^[\d+().\-/]+$/.test(word);

/** Words, those side by side that could be one phone number taken together: "(415) 555-01". */
function phrases(words: string[]): string[][] {
  const found: string[][] = [];
  for (const word of words) {
    const before = found.at(-1);
    if (before && isDigits(word) && before.every(isDigits)) before.push(word);
    else found.push([word]);
  }
  return found;
}

/**
 * Numbers are kept as E.164: what people put between the digits is not in there, nor the zero that is dialled at home only
 * or what is dialled before a country's code.
 */
function digitsOf(phrase: string[]): string[] {
  if (!phrase.every(isDigits)) return [];
  const digits = phrase.join("").replace("(0)", "").replace(/\D/g, "");
  const readings = new Set([digits, digits.replace(/^(?:00|011)/, ""), digits.replace(/^0/, "")]);
  return [...readings].filter((reading) => reading.length >= 3 && reading !== phrase.join(""));
}
