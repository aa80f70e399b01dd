import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type MetricObjectWithValues, type MetricValue, register } from "prom-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { queueEmail } from "@/tests/support/outbox";
import { seen, serving } from "@/tests/support/run/serving";
import { provide } from "../../env";
import { emails, watchQueue } from "../../metrics";
import { addedUp } from "./gather-metrics";

const TOKEN = "a-token-for-the-tests";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  provide({ METRICS_TOKEN: TOKEN });
});
afterEach(() => vi.restoreAllMocks());

describe("metrics are told", () => {
  const ask = async (path: string, authorization = "", method = "GET") =>
    (await serving(seen, { metrics: async () => "figures" })).ask(path, { method, headers: { authorization } });

  test("to whoever has the token", async () => {
    for (const path of ["/api/metrics", "/api/metrics/", "/api/metrics?a=1"])
      expect(await ask(path, `Bearer ${TOKEN}`)).toMatchObject({ status: 200, body: "figures" });
  });

  test("to nobody else, whatever the length or the beginning", async () => {
    for (const wrong of ["", "Bearer", "Bearer ", TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(0, -1)}`, "Basic x"])
      expect(await ask("/api/metrics", wrong)).toMatchObject({ status: 401, body: "Unauthorized.\n" });
    expect((await ask("/api/metrics", `Bearer ${TOKEN}`, "POST")).body).not.toBe("figures");
    expect((await ask("/api/metricsx", `Bearer ${TOKEN}`)).body).not.toBe("figures");
  });

  test("not at all where no token is set", async () => {
    provide({ METRICS_TOKEN: "" });
    for (const authorization of ["", "Bearer", "Bearer "])
      expect((await ask("/api/metrics", authorization)).body).not.toBe("figures");
  });

  test("with an event and without words when that fails", async () => {
    const { ask: askIt } = await serving(seen, { metrics: () => Promise.reject(new Error("secret")) });
    const { status, body } = await askIt("/api/metrics", { headers: { authorization: `Bearer ${TOKEN}` } });
    expect([status, body.includes("secret")]).toEqual([503, false]);
  });
});

test("what several processes counted is added up, and the queue is told once", async () => {
  emails.inc({ state: "delivered" }, 2);
  const mine = (await register.getMetricsAsJSON()) as MetricObjectWithValues<MetricValue<string>>[];
  const text = await addedUp([mine, mine, mine]);
  expect(text).toMatch(/^lineup_emails_total\{state="delivered"\} 6$/m);
});

describe("the queue", () => {
  const figures = async () => {
    const text = await register.metrics();
    const of = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]?.replace("Nan", "NaN"));
    return {
      due: of("lineup_outbox_due"),
      queued: of("lineup_outbox_queued"),
      age: of("lineup_outbox_oldest_seconds"),
    };
  };

  test("is as long and as old as it is, with those that wait for another try; without a database it is not known", async () => {
    watchQueue();
    await writeDb.execute(sql`truncate outbox`);
    expect(await figures()).toEqual({ due: 0, queued: 0, age: 0 });
    for (let n = 0; n < 3; n++) await queueEmail();
    const first = sql`id = (select min(id::text)::uuid from outbox)`;
    const waiting = { createdAt: sql`now() - interval '90 seconds'`, nextAt: sql`now() + interval '1 hour'` };
    await writeDb.update(outbox).set(waiting).where(first);
    const told = await figures();
    expect(told).toMatchObject({ due: 2, queued: 3 });
    expect(Math.round(told.age)).toBe(90);
    await writeDb.transaction(async (tx) => {
      await tx.execute(sql`lock table outbox in access exclusive mode`);
      const late = await Promise.race([figures(), sleep(1900)]);
      expect(late).toEqual({ due: Number.NaN, queued: Number.NaN, age: Number.NaN });
    });
  });
});
