import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { outbox, sendingSlots } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aNote, makeDue, outboxRow, outboxTests, queueEmail } from "@/tests/support/outbox";
import { waitFor } from "../../worker/wait-for";
import { drainOutbox } from "./drain";

const { resend, withProvider, logged } = await outboxTests();

describe("a provider that", () => {
  test("answers 429 is left alone for as long as it says, by every email", async () => {
    const first = await queueEmail();
    resend.failNext({ status: 429, headers: { "retry-after": "700" } });
    await drainOutbox();
    expect(await outboxRow(first)).toMatchObject({
      state: "queued",
      attempts: 0,
      error: expect.stringContaining("429"),
    });
    expect((await outboxRow(first)).seconds).toBeGreaterThan(400);
    expect((await outboxRow(first)).seconds).toBeLessThanOrEqual(760);
    const second = await queueEmail();
    await drainOutbox();
    expect(resend.requests).toHaveLength(1);
    expect(await outboxRow(second)).toMatchObject({ state: "queued", attempts: 0 });
    await writeDb.delete(sendingSlots);
    await makeDue(first);
    await makeDue(second);
    await drainOutbox();
    expect(resend.emails).toHaveLength(2);
  });

  test("answers 500 is asked again later, with the link still there", async () => {
    const id = await queueEmail();
    resend.failNext({ status: 500 });
    await drainOutbox();
    const row = await outboxRow(id);
    expect(row).toMatchObject({ state: "queued", attempts: 1, error: expect.stringContaining("500") });
    expect(row.secret).not.toBeNull();
    expect(row.seconds).toBeGreaterThan(0);
    await makeDue(id);
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "sent", attempts: 2, error: null, secret: null });
    expect(resend.emails).toHaveLength(1);
  });

  test("takes the email and cuts the line delivers it once", async () => {
    const id = await queueEmail();
    resend.failNext({ drop: true });
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 1 });
    await makeDue(id);
    await drainOutbox();
    expect(resend.requests.map((request) => request.idempotencyKey)).toEqual([id, id]);
    expect(resend.emails).toHaveLength(1);
    expect(await outboxRow(id)).toMatchObject({ state: "sent", providerId: resend.emails[0]?.id });
  });

  test("hangs on one email holds up no other, and is asked again", async () => {
    const given = new AbortController();
    const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => given.signal);
    resend.failWhen(({ body }) => (JSON.stringify(body).includes("slow@example.com") ? { hang: true } : undefined));
    const slow = await queueEmail({ to: "slow@example.com" });
    for (let n = 0; n < 5; n++) await queueEmail({ to: `quick${n}@example.com` });
    const draining = drainOutbox();
    await vi.waitFor(() => expect(resend.emails).toHaveLength(5), 60_000);
    given.abort(new DOMException("no answer", "TimeoutError"));
    await draining;
    patience.mockRestore();
    expect(await outboxRow(slow)).toMatchObject({ state: "queued", attempts: 1 });
  });

  test("refuses the email for good parks it with the reason, and the link is forgotten", async () => {
    const id = await queueEmail();
    resend.failNext({ status: 422, body: { statusCode: 422, name: "validation_error", message: "Bad x@example.com" } });
    await drainOutbox();
    const refused = { state: "failed", error: "422: Bad x***@example.com", secret: null };
    expect(await outboxRow(id)).toMatchObject(refused);
    await makeDue(id);
    await drainOutbox();
    expect(resend.requests).toHaveLength(1);
  });

  test.each([401, 403])("answers %i loses nothing, however long nobody mends the settings", async (status) => {
    const ids = [await queueEmail(), await queueEmail({ letter: aNote })];
    await writeDb.update(outbox).set({ attempts: 29 });
    resend.failWhen(() => ({ status }));
    for (let minute = 0; minute < 3; minute++) {
      await drainOutbox();
      await writeDb.delete(sendingSlots);
      await writeDb.update(outbox).set({ nextAt: sql`now()` });
    }
    expect(resend.requests.length).toBeGreaterThanOrEqual(3);
    for (const id of ids) expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 29 });
    expect(logged.join("")).toContain('"provider.denies"');
    resend.failWhen(() => undefined);
    await drainOutbox();
    for (const id of ids) expect(await outboxRow(id)).toMatchObject({ state: "sent" });
  });

  test("does not know our key is asked once a minute, not by each of thousands", async () => {
    for (let n = 0; n < 30; n++) await queueEmail({ letter: aNote });
    resend.failWhen(() => ({ status: 401 }));
    await drainOutbox();
    // As many as had their turn before the first answer came.
    expect(resend.requests.length).toBeLessThanOrEqual(4);
    const [slot] = await writeDb
      .select({ until: sql<number>`extract(epoch from max(second) - now())` })
      .from(sendingSlots);
    expect(Number(slot?.until)).toBeGreaterThan(50);
  });

  test("fails thirty times is not asked again, and an Admin has to decide", async () => {
    const id = await queueEmail();
    await writeDb.update(outbox).set({ attempts: 29 }).where(eq(outbox.id, id));
    resend.failNext({ status: 500 });
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "failed", attempts: 30, secret: null, decidedAt: null });
  });

  test("says to slow down for ever gives up on no email", async () => {
    const id = await queueEmail();
    await writeDb.update(outbox).set({ attempts: 50 }).where(eq(outbox.id, id));
    resend.failNext({ status: 429 });
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "queued" });
  });
});

test("waits grow with jitter, to an hour at most, and never below the provider's wish", () => {
  for (const attempts of [1, 3, 6, 11, 40]) {
    const wait = waitFor(attempts, {});
    expect(wait).toBeGreaterThanOrEqual(Math.min(2 ** attempts, 3600) / 2);
    expect(wait).toBeLessThanOrEqual(Math.min(2 ** attempts, 3600));
  }
  expect(waitFor(1, { after: 90 })).toBe(90);
  expect(waitFor(9, { after: 3, busy: true })).toBe(3);
});

test("all workers together keep the rate: evenly spaced, and no request before its turn", async () => {
  withProvider({ RESEND_RATE: "20" });
  for (let n = 0; n < 21; n++) await queueEmail({ letter: aNote });
  await Promise.all([drainOutbox(), drainOutbox()]);
  const slots = await writeDb.select({ at: sendingSlots.second }).from(sendingSlots).orderBy(sendingSlots.second);
  const turns = slots.map((slot) => slot.at.getTime());
  const asked = resend.requests.map((request) => request.at).sort((a, b) => a - b);
  expect([turns.length, asked.length]).toEqual([21, 21]);
  for (const [n, turn] of turns.entries()) {
    expect(turn - (turns[n - 1] ?? 0)).toBeGreaterThanOrEqual(50);
    // Timers fire up to a millisecond early, and so does what the database rounds.
    expect(asked[n]).toBeGreaterThanOrEqual(turn - 3);
  }
});

test("two requests a second, where nothing else is said", async () => {
  withProvider({ RESEND_RATE: "" });
  for (let n = 0; n < 4; n++) await queueEmail({ letter: aNote });
  await Promise.all([drainOutbox(), drainOutbox()]);
  expect(resend.requests).toHaveLength(4);
  // When each was allowed; that none comes before its turn is said above.
  const slots = await writeDb.select({ at: sendingSlots.second }).from(sendingSlots).orderBy(sendingSlots.second);
  const turns = slots.map(({ at }) => at.getTime());
  expect(turns).toHaveLength(4);
  for (const [n, turn] of turns.entries()) if (n > 0) expect(turn - (turns[n - 1] ?? 0)).toBeGreaterThanOrEqual(500);
});
