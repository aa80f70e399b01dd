import { type SQL, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Home } from "../../numbers/countries";
import { searching } from "../../text/search";

/** People by any part of name, email, username and numbers. */
export const matching = (search: string, home: Home) => searching(search, home, containing);

/** How much of a long word the index is asked for: the rest, often a domain that everybody shares, only costs there. */
const ASKED = 10;

function containing(word: string): SQL {
  const letters = [...word];
  const start = letters.slice(0, ASKED).join("");
  const begun = sql`${members.search} like '%' || regexp_replace(search_form(${start}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  const found = sql`(${begun} and search_holds(${members.search}, search_form(${word})))`;
  // Trigrams find nothing in fewer than three letters or digits in a row; pairs do.
  if (/[\p{L}\p{N}]{3}/u.test(start)) return found;
  return sql`(${found} and search_pairs(${members.search}) @> search_pairs(search_form(${word})))`;
}
