import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { bearLostWrites } from "@/tests/support/run/lost-writes";
import { db } from ".";
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
