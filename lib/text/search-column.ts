import { type Column, type SQL, sql } from "drizzle-orm";

/** How much of a long word the index is asked for: the rest, often a domain that everybody shares, only costs there. */
const ASKED = 10;

/** A condition for `searching`: words in a column that search_form has made, with an index of its trigrams and one of its pairs. */
export const holding =
  (column: Column) =>
  (word: string): SQL => {
    const letters = [...word];
    const start = letters.slice(0, ASKED).join("");
    const begun = sql`${column} like '%' || regexp_replace(search_form(${start}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
    const found = sql`(${begun} and search_holds(${column}, search_form(${word})))`;
    // Trigrams find nothing in fewer than three letters or digits in a row; pairs do.
    if (/[\p{L}\p{N}]{3}/u.test(start)) return found;
    return sql`(${found} and search_pairs(${column}) @> search_pairs(search_form(${word})))`;
  };
