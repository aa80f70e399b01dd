import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { bearLostWrites } from "@/tests/support/run/lost-writes";
import { db } from ".";
import { connect } from "./connect";
import { writeDb } from "./write";

bearLostWrites();

const cut = async (pids: number[]) => {
  const admin = postgres(env().databaseUrl ?? "", { max: 1 });
  for (const pid of pids) await admin`select pg_terminate_backend(${pid})`;
  await admin.end();
};

/** A change whose connection goes away between two of its statements, or while one runs. */
const interrupted = (wait: number) =>
  writeDb
    .transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await cut([row?.pid ?? 0]);
      if (wait > 0) await sleep(wait);
      await tx.execute(sql`select 1`);
    })
    .then(
      () => "done",
      () => "interrupted",
    );

test.each([0, 1, 5, 30])("after a change that was cut (%i ms) everybody works on at once", async (wait) => {
  const all = await Promise.all(Array.from({ length: 4 }, () => interrupted(wait)));
  expect(all).toEqual(Array(4).fill("interrupted"));
  for (let n = 0; n < 12; n++) {
    const [row] = await writeDb.execute<{ n: number }>(sql`select ${n}::int as n`);
    expect(row?.n).toBe(n);
  }
});

test("reading goes on too, and times come as they did", async () => {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await cut([row?.pid ?? 0]);
  await sleep(50);
  const [now] = await db.execute<{ at: unknown }>(sql`select now() as at`);
  expect(typeof now?.at).toBe("string");
});

test.each([{}, { keepsPlans: true as const }])(
  "who waits behind an answer that breaks off gets the whole answer or none",
  async (how) => {
    const { client, db: one } = connect({ max: 1, readOnly: true, ...how });
    const [row] = await one.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    // More than PostgreSQL keeps back, so that some rows have come when it stops.
    const broken = one
      .execute(sql`select repeat('x', 1000), case n when 50 then pg_sleep(20) end from generate_series(1, 60) n`)
      .then(
        () => "whole",
        () => "broken off",
      );
    const waiting = Array.from({ length: 8 }, (_, n) =>
      one.execute<{ n: number }>(sql`select ${n}::int as n, ${`word ${n}`}::text`).then(
        ([found]) => found?.n === n,
        () => "none",
      ),
    );
    await sleep(300);
    await cut([row?.pid ?? 0]);
    expect(await broken).toBe("broken off");
    expect(await Promise.all(waiting)).not.toContain(false);
    const [next] = await one.execute<{ n: number }>(sql`select 1 as n`);
    expect(next?.n).toBe(1);
    await client.end({ timeout: 1 });
  },
);
