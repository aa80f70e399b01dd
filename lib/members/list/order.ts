import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import { statuses } from "../status";

export const sortings = ["name", "email", "status", "last-login"] as const;
export type SortBy = (typeof sortings)[number];

/** One column of an order: as it is indexed, as a cursor carries it, and as a cursor's text is read back. */
type Part = { column: SQL; text: SQL; type: SQL; valid: z.ZodType };

const plain = (column: SQL): Part => ({ column, text: column, type: sql`text`, valid: z.string() });

const name = plain(sql`${members.nameKey}`);

/** Never logged in sorts before everyone. ISO 8601 in UTC with milliseconds, which is all that is stored. */
const lastLogin: Part = {
  column: sql`coalesce(${members.lastLoginAt}, '-infinity')`,
  text: sql`coalesce(to_char(${members.lastLoginAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '-infinity')`,
  type: sql`timestamptz`,
  valid: z.union([z.literal("-infinity"), z.iso.datetime({ precision: 3 }).regex(/^[12]/)]),
};

export const neverLoggedIn = sql`${lastLogin.column} = '-infinity'`;

const status: Part = {
  column: sql`${members.status}`,
  text: sql`${members.status}::text`,
  type: sql`member_status`,
  valid: z.enum(statuses),
};

/** Each has an index of exactly these columns after the account's, with the id at the end (db/schema/members.ts). */
const orders: Record<SortBy, readonly Part[]> = {
  name: [name],
  email: [plain(sql`${members.emailKey}`)],
  status: [status, name],
  "last-login": [lastLogin],
};

export const isKeyOf = (by: SortBy, key: readonly string[]) =>
  key.length === orders[by].length && orders[by].every((part, at) => part.valid.safeParse(key[at]).success);

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** The sort key of a row as a cursor carries it. */
export const keyOf = (by: SortBy) => sql`json_build_array(${list(orders[by].map((part) => part.text))})`;

export const orderOf = (by: SortBy, descending: boolean) => {
  const direction = descending ? sql`desc` : sql`asc`;
  return list(
    [...orders[by].map((part) => part.column), sql`${members.id}`].map((column) => sql`${column} ${direction}`),
  );
};

/** The rows on one side of a neighbour, compared as a whole, so that the index is entered right there. */
export function beyond(by: SortBy, neighbour: { key: readonly string[]; id: string }, descending: boolean): SQL {
  const columns = [...orders[by].map((part) => part.column), sql`${members.id}`];
  const values = orders[by].map((part, at) => sql`${neighbour.key[at] ?? ""}::${part.type}`);
  return sql`(${list(columns)}) ${descending ? sql`<` : sql`>`} (${list([...values, sql`${neighbour.id}::uuid`])})`;
}
