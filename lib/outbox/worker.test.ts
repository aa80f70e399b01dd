import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { describe, expect, test, vi } from "vitest";
import { outboxTests, queueEmail } from "@/tests/support/outbox";
import { env } from "../env";
import { startWorker } from "./worker";

const { resend } = await outboxTests();

describe("the worker", () => {
  test("is woken by the change that queues, and stops", async () => {
    const worker = startWorker();
    await sleep(500);
    const before = Date.now();
    await queueEmail();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(1), { timeout: 3000, interval: 10 });
    expect(Date.now() - before).toBeLessThan(1400);
    await worker.stop();
    await queueEmail();
    await sleep(300);
    expect(resend.emails).toHaveLength(1);
  });

  test("goes on after its connections were cut", async () => {
    const worker = startWorker();
    await sleep(300);
    // From outside: a connection of ours that asked for it would bring the news to whoever uses it next.
    const other = postgres(env().databaseUrl ?? "", { max: 1 });
    await other`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await other.end();
    await sleep(1500);
    const before = Date.now();
    await queueEmail();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(1), { timeout: 5000, interval: 10 });
    // Sooner than a poll: it listens again.
    expect(Date.now() - before).toBeLessThan(1400);
    await worker.stop();
  });

  test("is back within five seconds of a database that was away for a while", async () => {
    const worker = startWorker();
    await sleep(300);
    await withAdmin(async (admin, name) => {
      await admin`alter database ${admin(name)} with allow_connections false`;
      for (let n = 0; n < 6; n++, await sleep(500))
        await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
      await admin`alter database ${admin(name)} with allow_connections true`;
    });
    const back = Date.now();
    await queueEmail();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(1), { timeout: 10_000, interval: 10 });
    expect(Date.now() - back).toBeLessThan(5000);
    await worker.stop();
  });
});

/** From another database, which stays. */
async function withAdmin(work: (admin: postgres.Sql, name: string) => Promise<void>) {
  const url = new URL(env().databaseUrl ?? "");
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await work(admin, name).finally(() => admin.end());
}
