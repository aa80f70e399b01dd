import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { deliveries, outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, unique, viewerOf } from "@/tests/support/cast";
import { newsOf, signedNews, WEBHOOK_SECRET } from "@/tests/support/webhook";
import { NotFromProvider, readWebhook } from "../email/read-webhook";
import { resendInvitation } from "../invitations/resend";
import { getMember } from "../members/get";
import { listMembers } from "../members/list";
import { listQuery } from "../members/list-query";
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
    expect(told("email.opened", "re-1")).toBeNull();
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
