import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type WriteTx, writeDb } from "@/db/write";

/**
 * Makes verbs meet. Each has done everything but write its history before any of them may finish, unless one waits for
 * another, as the rule wants it: what two can do to each other at the same moment happens at the first try.
 */
export const meet = <T>(...verbs: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> =>
  // Against new rows alone: whoever reads goes on reading.
  meanwhile((tx) => tx.execute(sql`lock table audit_events in share mode`), ...verbs);

/** What verbs do while somebody else's change is made and not yet kept: until then each goes as far as it can. */
export async function meanwhile<T>(change: (tx: WriteTx) => Promise<unknown>, ...verbs: (() => Promise<T>)[]) {
  const { all } = await writeDb.transaction(async (tx) => {
    await change(tx);
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const state = { left: verbs.length };
    const all = Promise.allSettled(verbs.map((verb) => verb().finally(() => state.left--)));
    // Not idle meanwhile: PostgreSQL ends a transaction in which nothing happens for long.
    while ((await waitingFor(own?.pid)) < state.left) await Promise.all([sleep(5), tx.execute(sql`select 1`)]);
    return { all };
  });
  return all;
}

/**
 * How many wait for that connection, or for one that does: others work in the same database, and may wait for each other.
 * Asked on another connection: a transaction sees the same list until it ends.
 */
async function waitingFor(pid: number | undefined) {
  const [found] = await db.execute<{ count: number }>(sql`
    with recursive waits as materialized (
      select pid, pg_blocking_pids(pid) as for_whom from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'),
    behind (pid) as (
      select ${pid ?? null}::int
      union select waits.pid from waits join behind on behind.pid = any (for_whom))
    select count(*)::int - 1 as count from behind`);
  return found?.count ?? 0;
}
