import type { Evidence } from "../judge";
import type { Stage } from "./stage";

const HOUR = 3600;

/** Nothing in the databases of a run is older than the run; some seconds for the clocks to differ. */
const sinceTheRunBegan = () => process.uptime() + 60;

/** What may lie ahead of now, and how far; every other time in the database is one that has been. */
const AHEAD: Record<string, number> = {
  "links.expires_at": 24 * HOUR,
  "sessions.expires_at": 7 * 24 * HOUR,
  "throttles.resets_at": 24 * HOUR,
  "outbox.next_at": 120,
  "invitation_batches.claimed_until": 60,
  "sending_slots.second": 60,
};

/** Columns that hold when a stretch of time began, seconds: logins are counted by the quarter of an hour. */
const STRETCH: Record<string, number> = { "login_counts.at": 900 };

/** The first and the last time in every column of every table, whoever wrote it, by the database's clock. */
export async function readings({ sql }: Stage): Promise<NonNullable<Evidence["readings"]>> {
  const columns = await sql<{ name: string; column: string }[]>`
    select t.table_name as name, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'timestamp with time zone'`;
  const found = await Promise.all(
    columns.map(async ({ name, column }) => {
      const [row] = await sql<{ first: number | null; last: number | null }[]>`select
        extract(epoch from min(${sql(column)}) - now())::float8 as first,
        extract(epoch from max(${sql(column)}) - now())::float8 as last from ${sql(name)}`;
      const what = `${name}.${column}`;
      const bounds = { from: -sinceTheRunBegan() - (STRETCH[what] ?? 0), to: AHEAD[what] ?? 1 };
      return [row?.first, row?.last].flatMap((seconds) =>
        typeof seconds === "number" ? [{ what, seconds, ...bounds }] : [],
      );
    }),
  );
  return found.flat();
}
