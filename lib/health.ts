import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/db";

/** An email that has been due for longer than this, in seconds, says that no worker is at work. */
const LONGEST_LAG = 300;

export type Readiness = {
  ready: boolean;
  checks: Record<"database" | "migrations" | "queue", boolean>;
  queueLag: number;
};

type Found = { migrated: string | null; lag: number };

/** Whether people can work: the database answers, has the schema of this version, and emails leave. `queueLag` in seconds. */
export async function readiness(): Promise<Readiness> {
  const found = await ask().catch(() => undefined);
  const checks = {
    database: found !== undefined,
    migrations: Number(found?.migrated ?? 0) >= newestMigration(),
    queue: found !== undefined && found.lag <= LONGEST_LAG,
  };
  const ready = checks.database && checks.migrations;
  return { ready, checks, queueLag: Math.round(found?.lag ?? 0) };
}

async function ask(): Promise<Found | undefined> {
  const [found] = await db.execute<Found>(sql`select
    (select max(created_at) from drizzle.__drizzle_migrations) as migrated,
    coalesce((select extract(epoch from now() - min(next_at))::float8 from outbox where state = 'queued' and next_at <= now()), 0) as lag`);
  return found;
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
