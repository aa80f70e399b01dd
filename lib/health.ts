import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { sqlState } from "./constraints";
import { inTime } from "./in-time";
import { oldestDue } from "./outbox/oldest-due";

/** An email that has been queued for longer than this, in seconds: no worker is at work, or the provider refuses us. */
const LONGEST_LAG = 300;

/** In milliseconds: whoever asks must know soon, also of a database that hangs. */
const PATIENCE = 1500;

export type Readiness = {
  ready: boolean;
  checks: Record<"database" | "migrations" | "queue", boolean>;
  queueLag: number;
};

/** Whether people can work: the database answers, has the schema of this version, and emails leave. `queueLag` in seconds. */
export async function readiness(): Promise<Readiness> {
  const [migrated, lag] = await Promise.all([inTime(newestApplied(), PATIENCE), inTime(lagNow(), PATIENCE)]);
  const checks = {
    database: migrated !== undefined,
    migrations: (migrated ?? 0) >= newestMigration(),
    queue: lag !== undefined && lag <= LONGEST_LAG,
  };
  return { ready: checks.database && checks.migrations, checks, queueLag: Math.round(lag ?? 0) };
}

const lagNow = async () => (await oldestDue()).seconds;

/** Undefined table or schema: a database that answers, and has never been migrated. */
const NEVER_MIGRATED = new Set(["42P01", "3F000"]);

async function newestApplied(): Promise<number> {
  const query = sql`select max(created_at) as migrated from drizzle.__drizzle_migrations`;
  const [found] = await db.execute<{ migrated: string | null }>(query).catch((error: unknown) => {
    if (NEVER_MIGRATED.has(sqlState(error) ?? "")) return [];
    throw error;
  });
  return Number(found?.migrated ?? 0);
}

let newest: number | undefined;

/** The moment of the last migration that this version brings, as the migrator keeps it. */
function newestMigration(): number {
  newest ??= Math.max(
    0,
    ...[...readFileSync("db/migrations/meta/_journal.json", "utf8").matchAll(/"when": (\d+)/g)].map(([, at]) =>
      Number(at),
    ),
  );
  return newest;
}
