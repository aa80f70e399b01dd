import { setTimeout as sleep } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { type WriteTx, writeDb } from "@/db/write";

/**
 * Makes verbs meet. Each has done everything but write its history before any of them may finish, unless one waits for
 * another, as the rule wants it: what two can do to each other at the same moment happens at the first try.
 */
export const meet = <T>(...verbs: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> =>
  meanwhile(holdHistory, ...verbs);

/** Against new rows alone: whoever reads goes on reading. */
const holdHistory = (tx: WriteTx) => tx.execute(sql`lock table audit_events in share mode`);

/** The same, the second once the first has done all that it can: where it matters whose row was first. */
export const meetInTurn = <T>(first: () => Promise<T>, second: () => Promise<T>) => {
  let waits: () => Promise<boolean>;
  return meanwhile(
    (tx) => {
      waits = async () => (await waitingFor(tx)).length > 0;
      return holdHistory(tx);
    },
    first,
    async () => {
      while (!(await waits())) await sleep(5);
      return second();
    },
  );
};

/** What verbs do while somebody else's change is made and not yet kept: until then each goes as far as it can. */
export async function meanwhile<T>(change: (tx: WriteTx) => Promise<unknown>, ...verbs: (() => Promise<T>)[]) {
  const { all } = await writeDb.transaction(async (tx) => {
    await change(tx);
    const state = { left: verbs.length };
    const all = Promise.allSettled(verbs.map((verb) => verb().finally(() => state.left--)));
    while ((await waitingFor(tx)).length < state.left) await sleep(5);
    return { all };
  });
  return all;
}

/**
 * Of two rows the first is somebody else's: who wants both holds the second not yet. So two who want them wait for each
 * other in turn, and never both.
 */
export async function takesInOrder([first, second]: readonly [SQL, SQL], verb: () => Promise<unknown>) {
  const { done } = await writeDb.transaction(async (tx) => {
    await tx.execute(sql`select ${first} for update`);
    const done = Promise.allSettled([verb()]);
    while ((await waitingFor(tx)).length === 0) await sleep(5);
    await tx.execute(sql`select ${second} for update nowait`);
    return { done };
  });
  const [{ status }] = await done;
  if (status === "rejected") throw new Error("it failed once it had both");
}

/**
 * Who waits for that transaction, or for one that does, and since when theirs has begun: others work in the same database,
 * and may wait for each other. Asked on another connection: a transaction sees the same list until it ends. Meanwhile it is
 * not idle: PostgreSQL ends one in which nothing happens for long.
 */
export async function waitingFor(tx: WriteTx): Promise<{ begun: Date }[]> {
  const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const found = await db.execute<{ begun: string }>(sql`
    with recursive waits as materialized (
      select pid, pg_blocking_pids(pid) as for_whom, xact_start::text as begun from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'),
    behind (pid, begun) as (
      select ${own?.pid ?? null}::int, null
      union select waits.pid, waits.begun from waits join behind on behind.pid = any (for_whom))
    select begun from behind where begun is not null`);
  return found.map(({ begun }) => ({ begun: new Date(begun) }));
}
