import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import { outbox, sendingSlots } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aLetter, makeDue, outboxRow, outboxTests, queueEmail } from "@/tests/support/outbox";
import { enqueueAll } from "../enqueue";
import { claimNext } from "./claim";
import { drainOutbox } from "./drain";

const { resend } = await outboxTests();

const CANT_TELL = expect.stringMatching(/^We can't tell whether it arrived: /);

/** As if the first try that may have arrived had been so many hours ago, and the wait were over. */
const unknownFor = (hours: number) =>
  writeDb
    .update(outbox)
    .set({ unknownSince: sql`now() - make_interval(mins => ${Math.round(hours * 60)}::int)`, nextAt: sql`now()` })
    .where(eq(outbox.state, "queued"));

const makeAllDue = () => writeDb.update(outbox).set({ nextAt: sql`now()` }).where(eq(outbox.state, "queued"));
const all = () => writeDb.select().from(outbox).orderBy(outbox.id);
const invite = (count: number) =>
  writeDb.transaction((tx) =>
    enqueueAll(
      tx,
      Array.from({ length: count }, (_, n) => ({
        to: { accountId: v7(), memberId: null, email: `p${n}@example.com` },
        letter: aLetter,
      })),
    ),
  );

describe("whether an email may have arrived", () => {
  test("is unknown from its first claim on, until the provider has said", async () => {
    const id = await queueEmail();
    expect((await outboxRow(id)).unknownSince).toBeNull();
    await claimNext();
    const { unknownSince } = await outboxRow(id);
    expect(unknownSince).toBeInstanceOf(Date);
    resend.failNext({ drop: true });
    await makeDue(id);
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 2, unknownSince });
    await makeDue(id);
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "sent", unknownSince: null });
    expect(resend.emails).toHaveLength(1);
  });

  test.each([429, 401, 403])("is known after %i at the first try: it has not, and it was none", async (status) => {
    const id = await queueEmail();
    resend.failNext({ status });
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "queued", unknownSince: null });
  });

  test("stays unknown when only a later try was turned away", async () => {
    const id = await queueEmail();
    resend.failNext({ drop: true });
    await drainOutbox();
    const { unknownSince } = await outboxRow(id);
    for (const status of [429, 401]) {
      resend.failNext({ status, headers: { "retry-after": "1" } });
      await writeDb.delete(sendingSlots);
      await makeDue(id);
      await drainOutbox();
      expect(await outboxRow(id)).toMatchObject({ state: "queued", unknownSince });
    }
  });
});

describe("what has been unknown for longer than the provider remembers", () => {
  test("is parked instead of sent a second time", async () => {
    const id = await queueEmail();
    resend.failNext({ drop: true });
    await drainOutbox();
    await unknownFor(23.1);
    await drainOutbox();
    expect(resend.requests).toHaveLength(1);
    const parked = { state: "failed", error: CANT_TELL, secret: null, decidedAt: null };
    expect(await outboxRow(id)).toMatchObject(parked);
    expect((await outboxRow(id)).unknownSince).toBeInstanceOf(Date);
  });

  test("is still tried an hour before, under the same key", async () => {
    const id = await queueEmail();
    resend.failNext({ drop: true });
    await drainOutbox();
    await unknownFor(22.9);
    await drainOutbox();
    expect(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([id, id]);
    expect(resend.emails).toHaveLength(1);
    expect(await outboxRow(id)).toMatchObject({ state: "sent" });
  });

  test("does not count while the provider clearly has not had it, however long that takes", async () => {
    const id = await queueEmail();
    for (let n = 0; n < 3; n++) {
      resend.failNext({ status: 429, headers: { "retry-after": "1" } });
      await drainOutbox();
      await writeDb.update(outbox).set({ createdAt: sql`now() - interval '3 days'` });
      await writeDb.delete(sendingSlots);
      await makeDue(id);
    }
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "sent" });
  });

  test("is parked as a set too, of which nobody gets a second one", async () => {
    await invite(30);
    resend.failNext({ drop: true });
    await drainOutbox();
    await unknownFor(24);
    await drainOutbox();
    expect(resend.requests).toHaveLength(1);
    expect(resend.emails).toHaveLength(30);
    for (const row of await all()) expect(row).toMatchObject({ state: "failed", error: CANT_TELL, decidedAt: null });
  });

  test("is dropped where the person is gone meanwhile: nobody has to decide", async () => {
    const id = await queueEmail({ memberId: v7() });
    await claimNext();
    await unknownFor(30);
    await drainOutbox();
    const row = await outboxRow(id);
    expect(row).toMatchObject({ state: "failed", error: "dropped: the user was deleted" });
    expect(row.decidedAt).toBeInstanceOf(Date);
  });
});

test("after the last try the words are whether nobody knows or it was refused", async () => {
  const unclear = await queueEmail();
  await writeDb.update(outbox).set({ attempts: 29 });
  resend.failNext({ status: 500 });
  await drainOutbox();
  expect(await outboxRow(unclear)).toMatchObject({ state: "failed", error: CANT_TELL, secret: null });
  const clear = await queueEmail();
  await writeDb.update(outbox).set({ attempts: 29 }).where(eq(outbox.id, clear));
  resend.failNext({ status: 415 });
  await drainOutbox();
  expect(await outboxRow(clear)).toMatchObject({ state: "failed", unknownSince: null });
  expect((await outboxRow(clear)).error).toMatch(/^415: /);
});

test("a set that may have arrived is never taken apart for a fault of ours", async () => {
  await invite(20);
  resend.failNext({ drop: true });
  await drainOutbox();
  const [first] = await all();
  await writeDb
    .update(outbox)
    .set({ secret: Buffer.alloc(60) })
    .where(eq(outbox.id, first?.id ?? ""));
  await makeAllDue();
  await drainOutbox();
  expect(resend.requests).toHaveLength(1);
  expect(resend.emails).toHaveLength(20);
  expect((await all()).every(({ state }) => state === "queued")).toBe(true);
});

describe("the lease", () => {
  test("is renewed while its owner is at work: nobody else asks meanwhile", async () => {
    const given = new AbortController();
    const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => given.signal);
    const id = await queueEmail();
    resend.failNext({ hang: true });
    const working = drainOutbox();
    const leases = new Set<number>();
    const renewed = async () => {
      leases.add((await outboxRow(id)).nextAt.getTime());
      expect(leases.size).toBeGreaterThan(4);
    };
    await vi.waitFor(renewed, { timeout: 60_000, interval: 100 });
    expect(resend.requests).toHaveLength(1);
    given.abort(new DOMException("no answer", "TimeoutError"));
    await working;
    expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 1 });
    patience.mockRestore();
  });

  test("of somebody who was killed is over within five seconds", async () => {
    const id = await queueEmail();
    await claimNext();
    expect((await outboxRow(id)).seconds).toBeLessThan(5);
    while (resend.emails.length === 0) {
      await sleep(200);
      await drainOutbox();
    }
    expect(await outboxRow(id)).toMatchObject({ state: "sent", attempts: 2 });
  });
});
