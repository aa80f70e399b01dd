import { and, or, type SQL, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { visible } from "../invisible";

/** More words than these would only cost. */
const MOST_WORDS = 8;

/** Every word somewhere in the name, email, username or numbers, in any case and with any accents. */
export function matching(search: string): SQL | undefined {
  const words = search
    .split(/\s+/)
    .filter((word) => visible(word) !== "")
    .map((word) => (isDigits(visible(word)) ? visible(word) : word))
    .slice(0, MOST_WORDS);
  return and(...phrases(words).map((phrase) => or(and(...phrase.map(spelt)), asNumber(phrase))));
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

/** Numbers are kept as E.164: what people put between the digits is not in there. */
function asNumber(phrase: string[]): SQL | undefined {
  const digits = phrase.join("").replace(/\D/g, "");
  const useful = phrase.every(isDigits) && digits.length >= 3 && digits !== phrase.join("");
  return useful ? containing(digits) : undefined;
}

/** How much of a long word the index is asked for: the rest, often a domain that everybody shares, only costs there. */
const ASKED = 10;

/** As typed, too: names are kept with the joiners that some scripts need. */
const spelt = (word: string) =>
  visible(word) === word ? containing(word) : or(containing(visible(word)), containing(word));

function containing(word: string): SQL {
  const letters = [...word];
  const start = letters.slice(0, ASKED).join("");
  const begun = sql`${members.search} like '%' || regexp_replace(search_form(${start}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  const found =
    letters.length > ASKED ? sql`(${begun} and strpos(${members.search}, search_form(${word})) > 0)` : begun;
  // Trigrams find nothing in fewer than three letters or digits in a row; pairs do.
  if (/[\p{L}\p{N}]{3}/u.test(start)) return found;
  return sql`(${found} and search_pairs(${members.search}) @> search_pairs(search_form(${word})))`;
}
