import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { db } from "@/db";

/** As a connection of `byIndex` keeps it for whoever asks next. */
export async function keptPlan(statement: SQL): Promise<string> {
  const { sql: text } = new PgDialect().sqlToQuery(statement);
  const rows = await db.execute<Record<string, string>>(sql.raw(`explain (generic_plan) ${text}`));
  return rows.map((row) => Object.values(row)[0]).join("\n");
}
