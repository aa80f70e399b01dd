import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applyFunctions } from "./apply-functions";
import { functionsHere } from "./functions";

/** Any number that nothing else in this database locks; servers that start together take turns on it. */
const MIGRATION_LOCK = 7_231_940;

/** Brings the database at `url` to the newest schema and functions. Safe to run from several servers at once. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(client), { migrationsFolder: path.resolve("db/migrations") });
    await applyFunctions(client, functionsHere());
  } finally {
    await client.end({ timeout: 5 });
  }
}
