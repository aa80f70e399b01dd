import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, mailbox, members, outbox, sendingSlots, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aLetter, aNote, outboxRow, outboxTests, queueEmail } from "@/tests/support/outbox";
import { renderLetter } from "../../email/render";
import { provide } from "../../env";
import { enqueueAll } from "../enqueue";
import { claimNext } from "./claim";
import { drainOutbox } from "./drain";

const { resend } = await outboxTests();

/** The first letter of a process loads what draws them: on a busy machine that takes longer than a lease. */
beforeAll(() => renderLetter(aLetter.template, aLetter));

const address = (n: number) => `p${n}@example.com`;
const url = (n: number) => `${aLetter.url.slice(0, -4)}${String(n).padStart(4, "0")}`;

/** Invitations, each with a link of its own. */
const invite = (count: number, memberId: (n: number) => string | null = () => null) =>
  writeDb.transaction((tx) =>
    enqueueAll(
      tx,
      Array.from({ length: count }, (_, n) => ({
        to: { accountId: v7(), memberId: memberId(n), email: address(n) },
        letter: { ...aLetter, url: url(n) },
      })),
    ),
  );

const all = () => writeDb.select().from(outbox).orderBy(outbox.id);
const makeAllDue = () => writeDb.update(outbox).set({ nextAt: sql`now()` }).where(eq(outbox.state, "queued"));

/** Until all is over: what a machine that stood still has left unclear waits for a while before it is tried again. */
async function drainAll() {
  for (let left = 20; (await all()).some(({ state }) => state === "queued") && left > 0; left--) {
    await makeAllDue();
    await Promise.all([drainOutbox(), drainOutbox()]);
  }
}
const paths = () => resend.requests.map(({ path }) => path);

/** Everybody got one email, with their own link and nobody else's. */
function eachOnce(count: number) {
  expect(resend.emails).toHaveLength(count);
  for (let n = 0; n < count; n++) {
    const [email, another] = resend.emailsTo(address(n));
    expect([email?.text.includes(`\n${url(n)}\n`), another]).toEqual([true, undefined]);
  }
}

test("five hundred invitations arrive once each, in five requests", async () => {
  await invite(500);
  await drainAll();
  eachOnce(500);
  // On a machine that stands still a lease may end, and the same request, under its key, be made again.
  expect(new Set(paths())).toEqual(new Set(["/emails/batch"]));
  expect(new Set(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(5);
  const ids = new Map(resend.emails.map((email) => [email.to[0], email.id]));
  for (const row of await all())
    expect(row).toMatchObject({ state: "sent", secret: null, providerId: ids.get(row.to) });
});

describe("once each, too, when the provider", () => {
  test("takes a set and cuts the line before it answers", async () => {
    await invite(500);
    resend.failNext({ drop: true }, { drop: true }, { drop: true });
    await drainAll();
    eachOnce(500);
    // A lease that ended on a machine that stood still makes the same request once more.
    expect(resend.requests.filter(({ status }) => status === "drop")).toHaveLength(3);
    expect(new Set(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(5);
    for (const row of await all()) expect(row).toMatchObject({ state: "sent", providerId: expect.any(String) });
  });

  test("answers 500 and 429 for a while", async () => {
    await invite(150);
    resend.failNext({ status: 500 }, { status: 429, headers: { "retry-after": "3" } });
    await drainOutbox();
    for (const { state, secret } of await all()) expect(secret === null).toBe(state === "sent");
    await writeDb.delete(sendingSlots);
    await drainAll();
    eachOnce(150);
  });
});

test("a worker that dies with a set in hand leaves it, whole and under its key, to the next", async () => {
  await invite(60);
  resend.failNext({ drop: true });
  const [leader] = await claimNext();
  expect((await all()).every(({ sendingBatch }) => sendingBatch === leader?.id)).toBe(true);
  await makeAllDue();
  await drainOutbox();
  await makeAllDue();
  await drainOutbox();
  eachOnce(60);
  expect(new Set(resend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});

test("emails that are queued later never join a set that was tried", async () => {
  await invite(30);
  resend.failNext({ drop: true });
  await drainOutbox();
  const later = await queueEmail({ to: "later@example.com" });
  await makeAllDue();
  await drainOutbox();
  expect(new Set(resend.emails.map(({ to }) => to[0])).size).toBe(31);
  expect(resend.emails).toHaveLength(31);
  expect(await outboxRow(later)).toMatchObject({ state: "sent", sendingBatch: null });
});

test("a set that is refused for one of them goes one by one, and that one alone is given up", async () => {
  await invite(25);
  const isBad = (body: unknown) => JSON.stringify(body).includes(address(7));
  resend.failWhen(({ body }) => (isBad(body) ? { status: 422 } : undefined));
  await drainOutbox();
  expect(paths()).toEqual(["/emails/batch", ...Array.from({ length: 25 }, () => "/emails")]);
  const failed = (await all()).filter(({ state }) => state === "failed");
  expect(failed).toMatchObject([{ to: address(7), secret: null, error: expect.stringContaining("422") }]);
  expect(new Set(resend.emails.map(({ to }) => to[0])).size).toBe(24);
});

test("one that can't be written, or has no plain address, holds up nobody else", async () => {
  await invite(20);
  const [first, second] = await all();
  await writeDb
    .update(outbox)
    .set({ secret: Buffer.alloc(60) })
    .where(eq(outbox.id, first?.id ?? ""));
  await writeDb
    .update(outbox)
    .set({ to: "a@example.com,b@example.com" })
    .where(eq(outbox.id, second?.id ?? ""));
  await drainOutbox();
  expect((await all()).map(({ state }) => state).sort()).toEqual(["failed", "failed", ...Array(18).fill("sent")]);
  expect(resend.emails).toHaveLength(18);
});

test("who is deleted or disabled before the first try is left out of the set", async () => {
  const disabled = await addMember(new Date());
  const pending = await addMember(null);
  await invite(40, (n) => (n === 3 ? v7() : n === 4 ? disabled : n === 5 ? pending : null));
  await drainOutbox();
  expect(resend.emails).toHaveLength(38);
  const failed = (await all()).filter(({ state }) => state === "failed");
  expect(failed.map(({ to, secret }) => [to, secret])).toEqual([
    [address(3), null],
    [address(4), null],
  ]);
});

test("what few people get goes before thousands of invitations", async () => {
  await invite(300);
  await queueEmail({ letter: aNote, to: "waiting@example.com" });
  await drainOutbox();
  expect(paths()[0]).toBe("/emails");
});

test("the local mailbox keeps each once", async () => {
  provide({ RESEND_API_KEY: "", LINEUP_EMBEDDED: "1" });
  await invite(120);
  await drainOutbox();
  expect(new Set((await writeDb.select().from(mailbox)).map(({ to }) => to)).size).toBe(120);
});

async function addMember(disabledAt: Date | null) {
  const [accountId, userId, id] = [v7(), v7(), v7()];
  await writeDb.insert(accounts).values({ id: accountId, name: "Northwind", timeZone: "UTC" });
  const person = { firstName: "Mara", lastName: "Lee", email: `${userId}@example.com`, timeZone: "UTC" };
  await writeDb.insert(users).values({ id: userId, homeAccountId: accountId, ...person });
  await writeDb.insert(members).values({ id, accountId, userId, disabledAt });
  return id;
}
