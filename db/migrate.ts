import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { StartProblem } from "@/lib/env";
import { applyFunctions } from "./apply-functions";
import { functionsHere } from "./functions";

/** Any number that nothing else in this database locks; servers that start together take turns on it. */
const MIGRATION_LOCK = 7_231_940;

/** Brings the database at `url` to the newest schema and functions. Safe to run from several servers at once. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await refuseOlder(client);
    await runMigrations(drizzle(client), { migrationsFolder: path.resolve("db/migrations") });
    await applyFunctions(client, functionsHere());
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** When the migrations up to then were folded into the first three; the journal calls the last of these by that moment. */
const FOLDED = 1_795_723_118_893;

/** A database from before the fold goes on where it is, if it had them all. */
async function refuseOlder(client: Sql): Promise<void> {
  const [there] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as journal`;
  if (!there?.journal) return;
  const [{ newest } = { newest: null }] = await client<{ newest: string | null }[]>`
    select max(created_at) as newest from drizzle.__drizzle_migrations`;
  if (newest !== null && Number(newest) < FOLDED)
    throw new StartProblem(
      "This database is older than this Lineup can bring up to date: start the version of commit 95fb63d on it once, then this one.",
    );
}
