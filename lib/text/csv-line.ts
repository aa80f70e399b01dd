import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { BYTE_ORDER_MARK, FORMULA } from "./csv";

/** What stands in quotation marks: what holds one of these signs, or has a space at an end. */
const QUOTED = [...['"', ",", "\r", "\n", BYTE_ORDER_MARK].map((sign) => `%${sign}%`), " %", "% "];

const listOf = (texts: readonly string[]) =>
  sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  );

/** Text as a cell of `csvLines`. It is looked at several times over: a column, and not what has yet to be reckoned. */
export function cellOf(text: SQLWrapper): SQL {
  const guard = sql`case when left(${text}, 1) in (${listOf(FORMULA)}) then '''' else '' end`;
  const isQuoted = sql`${text} like any (array[${listOf(QUOTED)}])`;
  const quoted = sql`'"' || ${guard} || replace(${text}, '"', '""') || '"'`;
  return sql`case when ${isQuoted} then ${quoted} else ${guard} || ${text} end`;
}

/** A number stays as it is; what a carrier calls a sender otherwise is text. */
export const phoneCell = (phone: SQLWrapper): SQL =>
  sql`case when ${phone} ~ '^\\+[0-9]+$' then ${phone} else ${cellOf(phone)} end`;

/** What is said of each value of a column. */
export const wordsOf = (column: SQLWrapper, words: Readonly<Record<string, string>>): SQL =>
  sql`case ${column}::text ${sql.join(
    Object.entries(words).map(([value, says]) => sql`when ${value} then ${says}`),
    sql` `,
  )} end`;

/** A moment as `toISOString` has it; null, if it is. */
export const isoOf = (moment: SQLWrapper): SQL =>
  sql`to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Rows as lines of a file: one text for a thousand of them, where each cell would be an object to be made and thrown away. */
export const linesOf = (cells: readonly SQLWrapper[]): SQL<string> =>
  sql<string>`coalesce(string_agg(concat_ws(',', ${sql.join([...cells], sql`, `)}) || ${"\r\n"}::text, ''), '')`;

/** These lines, which the row they came in lets go of: what the driver has answered stays until V8 goes through all memory. */
export function takeLines(page: { lines: string }): string {
  const { lines } = page;
  page.lines = "";
  return lines;
}

/** Of the last of these rows. */
export const lastOf = <T>(column: SQLWrapper): SQL<T | null> => sql<T | null>`(array_agg(${column}))[count(*)]`;
