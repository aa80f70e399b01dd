import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { describe, expect, test, vi } from "vitest";
import { outboxTests, queueEmail } from "@/tests/support/outbox";
import { bearLostWrites } from "@/tests/support/run/lost-writes";
import { env } from "../env";
import { startWorker } from "./worker";

const { resend } = await outboxTests();
bearLostWrites();

const polling = vi.hoisted(() => ({ on: true }));

/** Without polling only news of a change wakes the worker; after a failure it asks again as ever. */
vi.mock("./doorbell", async (original) => {
  const { doorbell } = await original<typeof import("./doorbell")>();
  return {
    doorbell: () => {
      const bell = doorbell();
      return { ...bell, wait: (ms: number) => bell.wait(ms > 1000 && !polling.on ? 3_600_000 : ms) };
    },
  };
});

const arrived = (count: number) =>
  vi.waitFor(() => expect(resend.emails).toHaveLength(count), { timeout: 60_000, interval: 10 });

describe("the worker", () => {
  test("is woken by the change that queues, and stops", async () => {
    polling.on = false;
    const worker = startWorker();
    await listening();
    await queueEmail();
    await arrived(1);
    await worker.stop();
    await queueEmail();
    await sleep(300);
    expect(resend.emails).toHaveLength(1);
  });

  test("goes on after its connections were cut, and listens again", async () => {
    polling.on = false;
    const worker = startWorker();
    const before = await listening();
    await withAdmin(cutAll);
    await listening(before);
    await queueEmail();
    await arrived(1);
    await worker.stop();
  });

  test("comes back by itself from a database that was away for a while", async () => {
    polling.on = true;
    const worker = startWorker();
    await listening();
    await withAdmin(async (admin, name) => {
      await admin`alter database ${admin(name)} with allow_connections false`;
      for (let n = 0; n < 6; n++, await sleep(500)) await cutAll(admin, name);
      await admin`alter database ${admin(name)} with allow_connections true`;
    });
    await queueEmail();
    await arrived(1);
    await worker.stop();
  });
});

const cutAll = (admin: postgres.Sql, name: string) =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and usename = current_user`;

/** The connection by which the worker hears of changes, once there is one other than before. */
const listening = (before = 0): Promise<number> =>
  vi.waitFor(
    () =>
      withAdmin(async (admin, name) => {
        const [row] = await admin<{ pid: number }[]>`select pid from pg_stat_activity
          where datname = ${name} and query ilike 'listen %' and state = 'idle' and pid <> ${before}`;
        if (!row) throw new Error("nobody listens");
        return row.pid;
      }),
    { timeout: 60_000, interval: 50 },
  );

/** From another database, which stays. */
async function withAdmin<T>(work: (admin: postgres.Sql, name: string) => Promise<T>): Promise<T> {
  const url = new URL(env().databaseUrl ?? "");
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  return work(admin, name).finally(() => admin.end());
}
