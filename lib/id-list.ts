import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Ids as PostgreSQL reads a list of them: one parameter, however many they are. */
export const idList = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

/** A column that is one of these ids. */
export const among = (column: PgColumn, ids: readonly string[]): SQL => sql`${column} = any(${idList(ids)})`;

export const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
