import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { writeDb } from "@/db/write";
import { outboxTests, queueEmail } from "@/tests/support/outbox";
import { startWorker } from "./worker";

const { resend } = await outboxTests();

describe("the worker", () => {
  test("is woken by the change that queues, and stops", async () => {
    const worker = startWorker();
    await sleep(500);
    const before = Date.now();
    await queueEmail();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(1), { timeout: 3000, interval: 10 });
    expect(Date.now() - before).toBeLessThan(1000);
    await worker.stop();
    await queueEmail();
    await sleep(300);
    expect(resend.emails).toHaveLength(1);
  });

  test("goes on after its connections were cut", async () => {
    const worker = startWorker();
    await sleep(300);
    await writeDb
      .execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`)
      .catch(() => undefined);
    await sleep(1500);
    const before = Date.now();
    await queueEmail();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(1), { timeout: 5000, interval: 10 });
    // Sooner than a poll: it listens again.
    expect(Date.now() - before).toBeLessThan(1000);
    await worker.stop();
  });
});
