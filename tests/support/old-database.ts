import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { inject, onTestFinished } from "vitest";
import { z } from "zod";
import { migrate } from "@/db/migrate";
import { createDatabase, databaseAt, dropDatabase } from "./run/db";

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** A database as it was before that migration, to be filled in SQL; `upgrade` brings it to today's schema. */
export async function databaseBefore(migration: string) {
  const server = inject("postgresUrl");
  const name = `lineup_old_${randomBytes(6).toString("hex")}`;
  await createDatabase(server, name);
  const url = databaseAt(server, name);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await sql.end();
    await dropDatabase(server, name);
  });
  await migrateUntil(migration, sql);
  return { sql, upgrade: () => migrate(url) };
}

async function migrateUntil(migration: string, sql: postgres.Sql) {
  const folder = mkdtempSync(path.join(tmpdir(), "lineup-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("db/migrations", folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = Journal.parse(JSON.parse(readFileSync(file, "utf8")));
  const until = journal.entries.findIndex(({ tag }) => tag.endsWith(migration));
  if (until < 1) throw new Error(`there is no migration ${migration}, or none before it`);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }));
  await runMigrations(drizzle(sql), { migrationsFolder: folder });
}
