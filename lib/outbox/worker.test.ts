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
    expect(Date.now() - before).toBeLessThan(1000);
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
    expect(Date.now() - before).toBeLessThan(1000);
    await worker.stop();
  });
});
