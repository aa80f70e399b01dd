import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { db } from "@/db";
import { deliveries, outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, unique, viewerOf } from "@/tests/support/cast";
import { newsOf, signedNews, WEBHOOK_SECRET } from "@/tests/support/webhook";
import { NotFromProvider, readWebhook } from "../email/read-webhook";
import { provide } from "../env";
import { resendInvitation } from "../invitations/resend";
import { getMember } from "../members/get";
import { listMembers } from "../members/list/list-members";
import { listQuery } from "../members/list/list-query";
import { emails } from "../metrics";
import { resendWebhook } from "../web/api/resend-webhook";
import { recordDelivery } from "./record-delivery";

const told = (type: string, providerId: string, more?: object) =>
  readWebhook(signedNews(newsOf(type, providerId, more)), WEBHOOK_SECRET);

const record = async (type: string, providerId: string, more?: object) => {
  const news = told(type, providerId, more);
  if (news) await recordDelivery(news);
};

const stateOf = async (providerId: string) =>
  (await db.select().from(deliveries).where(eq(deliveries.providerId, providerId)))[0];

describe("news from the provider", () => {
  test("is believed with the right signature, and says what became of the email and why", () => {
    const bounce = { message: "mailbox does not exist", type: "Permanent", subType: "General" };
    expect(told("email.bounced", "re-1", { bounce })).toMatchObject({
      providerId: "re-1",
      state: "bounced",
      reason: "mailbox does not exist",
    });
    for (const other of ["email.opened", "email.sent", "email.invented-next-year"])
      expect(told(other, "re-1")).toBeNull();
  });

  test("about anything else than an email is nothing to us, and news without an email's id is none", () => {
    const read = (event: object) => readWebhook(signedNews(event), WEBHOOK_SECRET);
    expect(read({ type: "contact.created", created_at: "2026-01-01", data: { id: "c" } })).toBeNull();
    expect(read({ type: "domain.updated" })).toBeNull();
    for (const strange of [{}, { type: "email.bounced" }, newsOf("email.bounced", ""), newsOf("email.bounced", "a\0b")])
      expect(() => read(strange)).toThrow(ZodError);
    const bounce = { message: `no\0 ${"x".repeat(400)}` };
    expect(told("email.bounced", "re-1", { bounce })?.reason).toBe(`no ${"x".repeat(297)}`);
    expect(told("email.bounced", "re-1", { bounce: null })?.reason).toBeNull();
  });

  test("is refused with another secret, another body, or a time ten minutes off either way", () => {
    const event = newsOf("email.delivered", "re-2");
    const good = signedNews(event);
    const forged = { ...good, payload: good.payload.replace("re-2", "re-3") };
    const now = Date.now() / 1000;
    for (const bad of [
      forged,
      { ...good, signature: "v1,AAAA" },
      { ...good, id: "" },
      signedNews(event, { secret: `whsec_${Buffer.from("x".repeat(32)).toString("base64")}` }),
      signedNews(event, { seconds: now - 600 }),
      signedNews(event, { seconds: now + 600 }),
    ])
      expect(() => readWebhook(bad, WEBHOOK_SECRET)).toThrow(NotFromProvider);
  });

  test("comes twice or out of order and changes nothing wrongly", async () => {
    const id = `re-${unique()}`;
    for (const type of ["email.delivered", "email.delivery_delayed", "email.delivered", "email.delivery_delayed"])
      await record(type, id);
    expect(await stateOf(id)).toMatchObject({ state: "delivered" });
    await Promise.all([
      record("email.complained", id),
      record("email.delivered", id),
      record("email.delivery_delayed", id),
    ]);
    await record("email.bounced", id);
    expect(await stateOf(id)).toMatchObject({ state: "complained" });
  });

  test("is counted once for each step, however often it comes", async () => {
    const id = `re-${unique()}`;
    const before = await counted();
    for (const type of ["email.delivery_delayed", "email.delivered", "email.delivered", "email.delivery_delayed"])
      await record(type, id);
    await Promise.all([record("email.bounced", id), record("email.bounced", id), record("email.bounced", id)]);
    const after = await counted();
    const grown = (state: string) => (after[state] ?? 0) - (before[state] ?? 0);
    expect(["delayed", "delivered", "bounced", "complained"].map(grown)).toEqual([1, 1, 1, 0]);
  });
});

const counted = async () =>
  Object.fromEntries((await emails.get()).values.map(({ labels, value }) => [String(labels.state), value]));

describe("the address that the provider calls", () => {
  const call = (body: string, { id = "", timestamp = "", signature = "" } = {}, prefix = "svix") =>
    resendWebhook({
      ...{ url: "/api/webhooks/resend", body },
      headers: { [`${prefix}-id`]: id, [`${prefix}-timestamp`]: timestamp, [`${prefix}-signature`]: signature },
    });

  beforeEach(() => provide({ RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET }));

  test("takes what is signed, under both names of the headers, before the worker knows of the email", async () => {
    for (const prefix of ["svix", "webhook"]) {
      const id = `re-${unique()}`;
      const { payload, ...signed } = signedNews(newsOf("email.delivered", id));
      expect((await call(payload, signed, prefix)).status).toBe(204);
      // Played again within its five minutes it changes nothing.
      expect((await call(payload, signed, prefix)).status).toBe(204);
      expect(await stateOf(id)).toMatchObject({ state: "delivered" });
    }
  });

  test("refuses everything where no secret or another one is set, and what is unsigned", async () => {
    const id = `re-${unique()}`;
    const { payload, ...signed } = signedNews(newsOf("email.delivered", id));
    expect((await call(payload)).status).toBe(401);
    expect((await call("", signed)).status).toBe(401);
    for (const secret of ["", `whsec_${Buffer.from("another").toString("base64")}`, "not-base64!"]) {
      provide({ RESEND_WEBHOOK_SECRET: secret });
      expect((await call(payload, signed)).status).toBe(401);
    }
    expect(await stateOf(id)).toBeUndefined();
  });

  test("says that it does not understand, and never fails, whatever is signed", async () => {
    for (const strange of [{}, [], { type: "email.bounced", data: 7 }]) {
      const { payload, ...signed } = signedNews(strange);
      expect((await call(payload, signed)).status).toBe(400);
    }
  });
});

test("the list and the person's page say what became of the invitation, and why", async () => {
  const company = await makeCompany();
  const [viewer, person, providerId] = [await viewerOf(company.ana), await company.pending(), `re-${unique()}`];
  await resendInvitation(viewer, { memberId: person.memberId, once: undefined });
  const mail = async () => (await listMembers(viewer, listQuery({ status: "Pending" }))).rows[0]?.mail;
  expect(await mail()).toEqual({ state: "queued", reason: null });
  await record("email.bounced", providerId, { bounce: { message: "mailbox does not exist" } });
  await writeDb.update(outbox).set({ state: "sent", providerId }).where(eq(outbox.memberId, person.memberId));
  const bounced = { state: "bounced", reason: "mailbox does not exist" };
  expect(await mail()).toEqual(bounced);
  expect((await getMember(viewer, person.memberId))?.mail).toEqual(bounced);
});
