import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { accounts, mailbox, members, outbox, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aLetter, aNote, makeDue, outboxRow, outboxTests, queueEmail } from "@/tests/support/outbox";
import { env, provide } from "../../env";
import { claimNext } from "./claim";
import { drainOutbox } from "./drain";
import { settle } from "./settle";

const { resend, logged } = await outboxTests();

test("a queued email arrives once, under its own id, and its link is forgotten", async () => {
  const id = await queueEmail();
  expect((await outboxRow(id)).secret).toBeInstanceOf(Buffer);
  expect(JSON.stringify((await outboxRow(id)).props)).not.toContain("token");
  await drainOutbox();
  await drainOutbox();
  expect(resend.emails).toMatchObject([
    { idempotencyKey: id, to: ["mara@example.com"], subject: "Welcome to Northwind" },
  ]);
  expect(resend.emails[0]?.from).toBe("Lineup <no-reply@lineup.test>");
  expect(resend.emails[0]?.text).toContain(`\n${aLetter.url}\n`);
  expect(await outboxRow(id)).toMatchObject({
    state: "sent",
    secret: null,
    providerId: resend.emails[0]?.id,
    attempts: 1,
  });
  expect((await outboxRow(id)).sentAt).toBeInstanceOf(Date);
});

test("two workers never send one twice", async () => {
  for (let n = 0; n < 40; n++) await queueEmail({ letter: aNote, to: `mara${n}@example.com` });
  await Promise.all([drainOutbox(), drainOutbox(), drainOutbox()]);
  expect(resend.requests).toHaveLength(40);
  expect(new Set(resend.emails.map((email) => email.to[0])).size).toBe(40);
});

async function addMember(set: Partial<typeof members.$inferInsert> = {}) {
  const [accountId, userId, id] = [v7(), v7(), v7()];
  await writeDb.insert(accounts).values({ id: accountId, name: "Northwind", timeZone: "UTC" });
  const person = { firstName: "Mara", lastName: "Lee", email: `${userId}@example.com`, timeZone: "UTC" };
  await writeDb.insert(users).values({ id: userId, homeAccountId: accountId, ...person });
  await writeDb.insert(members).values({ id, accountId, userId, ...set });
  return id;
}

describe("somebody who", () => {
  test("is deleted or disabled meanwhile gets no link", async () => {
    const deleted = await queueEmail({ memberId: v7() });
    const disabled = await queueEmail({ memberId: await addMember({ disabledAt: new Date() }) });
    const pending = await queueEmail({ memberId: await addMember() });
    await drainOutbox();
    const decidedAt = expect.any(Date);
    const gone = { state: "failed", secret: null, error: "dropped: the user was deleted", decidedAt };
    expect(await outboxRow(deleted)).toMatchObject(gone);
    expect(await outboxRow(disabled)).toMatchObject({
      state: "failed",
      secret: null,
      error: "dropped: the user is disabled",
      decidedAt,
    });
    expect(await outboxRow(pending)).toMatchObject({ state: "sent" });
    expect(resend.requests).toHaveLength(1);
  });

  test("is deleted meanwhile is still told what happened to the login", async () => {
    await queueEmail({
      letter: { template: "password-changed", firstName: "Mara", company: "Northwind" },
      memberId: v7(),
    });
    await queueEmail({
      letter: { template: "email-changed", firstName: "Mara", company: "Northwind", newEmail: "m@x.test" },
      memberId: v7(),
    });
    await drainOutbox();
    expect(resend.emails).toHaveLength(2);
  });
});

test("a worker takes the next email while another has the first in hand", async () => {
  const first = await queueEmail();
  const second = await queueEmail();
  await writeDb.transaction(async (tx) => {
    await tx.select().from(outbox).where(eq(outbox.id, first)).for("update");
    expect(await Promise.race([claimNext(), sleep(60_000, "waited", { ref: false })])).toMatchObject([{ id: second }]);
    expect(await Promise.race([claimNext(), sleep(60_000, "waited", { ref: false })])).toEqual([]);
  });
});

describe("a worker that dies in the middle of a try", () => {
  test("leaves the email to the next one, under the same key, when its lease is over", async () => {
    const id = await queueEmail();
    await claimNext();
    await drainOutbox();
    expect(resend.requests).toHaveLength(0);
    expect((await outboxRow(id)).seconds).toBeGreaterThan(2);
    await makeDue(id);
    await drainOutbox();
    expect(resend.emails.map((email) => email.idempotencyKey)).toEqual([id]);
    expect(await outboxRow(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("and comes back has no say any more, unless it did send it", async () => {
    const id = await queueEmail();
    const [late] = await claimNext();
    await makeDue(id);
    await claimNext();
    if (late) await settle(late, { kind: "refused", error: "too late" });
    expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 1 });
    if (late) await settle(late, { kind: "sent", providerId: "abc" });
    expect(await outboxRow(id)).toMatchObject({ state: "sent", providerId: "abc", secret: null });
  });
});

test("an address that would become several is refused before anything is asked", async () => {
  const id = await queueEmail({ to: "a@example.com,b@example.com" });
  await drainOutbox();
  expect(await outboxRow(id)).toMatchObject({ state: "failed", decidedAt: null });
  expect(resend.requests).toHaveLength(0);
});

test("a link sealed under another secret is given up, with words for why", async () => {
  const id = await queueEmail();
  await writeDb
    .update(outbox)
    .set({ secret: Buffer.alloc(60) })
    .where(eq(outbox.id, id));
  await drainOutbox();
  expect(await outboxRow(id)).toMatchObject({ state: "failed", error: expect.stringContaining("AUTH_SECRET") });
});

test("a letter of a newer version waits for a server that knows it", async () => {
  const id = await queueEmail();
  await writeDb.update(outbox).set({ template: "next-year" }).where(eq(outbox.id, id));
  await drainOutbox();
  expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 1 });
});

describe("without a key", () => {
  test("the embedded database's own mailbox gets the email, once", async () => {
    provide({ RESEND_API_KEY: "", LINEUP_EMBEDDED: "1" });
    const id = await queueEmail();
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "sent", secret: null });
    const kept = await writeDb.select().from(mailbox);
    expect(kept).toMatchObject([{ id, to: "mara@example.com", from: env().mailFrom, subject: "Welcome to Northwind" }]);
    expect(kept[0]?.text).toContain(aLetter.url);
  });

  test("an external database keeps it queued, untried", async () => {
    provide({ RESEND_API_KEY: "" });
    const id = await queueEmail();
    await drainOutbox();
    expect(await outboxRow(id)).toMatchObject({ state: "queued", attempts: 0 });
  });
});

test("no log line held a token or a whole address", () => {
  expect(logged.join("")).toContain("email.sent");
  expect(logged.join("")).not.toContain(aLetter.url.slice(-43));
  expect(logged.join("")).not.toMatch(/\w@example\.com/);
});
