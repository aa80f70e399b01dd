import { isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import {
  deliveries,
  invitationBatches,
  mailbox,
  onceKeys,
  outbox,
  sendingSlots,
  subscriptionAsks,
  throttles,
  unsubscribeLinks,
} from "@/db/schema";
import { writeDb } from "@/db/write";
import { sha256 } from "@/lib/crypto";
import { makeSubscriptionLink } from "@/tests/support/carrier/subscriptions";
import { makeCompany } from "@/tests/support/cast";
import { queueEmail } from "@/tests/support/outbox";
import { sweep } from "./sweep";

test("what is over goes, what is not stays", async () => {
  const ago = (interval: string) => sql`now() - ${interval}::interval`;
  const keys = ["25 hours", "23 hours"].map((age) => ({ actor: age, key: v7(), createdAt: ago(age) }));
  await writeDb.insert(onceKeys).values(keys);
  await writeDb.insert(throttles).values([
    { key: "over", used: 1, resetsAt: ago("1 second") },
    { key: "running", used: 1, resetsAt: ago("-1 minute") },
  ]);
  await writeDb.insert(sendingSlots).values(["2 hours", "1 minute"].map((age) => ({ second: ago(age), used: 1 })));
  const letter = { from: "a", to: "b", subject: "c", html: "d", text: "e" };
  await writeDb.insert(mailbox).values(["31 days", "29 days"].map((age) => ({ ...letter, createdAt: ago(age) })));
  const news = ["366 days", "364 days"].map((age) => ({ providerId: age, state: "bounced" as const, at: ago(age) }));
  await writeDb.insert(deliveries).values(news);

  await sweep();

  expect((await writeDb.select().from(deliveries)).map((row) => row.providerId)).toEqual(["364 days"]);
  expect((await writeDb.select().from(onceKeys)).map((row) => row.actor)).toEqual(["23 hours"]);
  expect((await writeDb.select().from(throttles)).map((row) => row.key)).toEqual(["running"]);
  expect(await writeDb.select().from(sendingSlots)).toHaveLength(1);
  expect(await writeDb.select().from(mailbox)).toHaveLength(1);
});

test("numbers that never answered a subscription link go after a week, links to stop texts by after a year", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const link = await makeSubscriptionLink({ by: await company.admin({ lines: [line] }), line });
  const { accountId } = company;
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const ask = (phone: string, days: number, joinedAt: Date | null = null) => ({
    ...{ accountId, linkId: link.id, messageId: v7() },
    ...{ phone, askedAt: ago(days), joinedAt },
  });
  await writeDb
    .insert(subscriptionAsks)
    .values([ask("+12025550101", 8), ask("+12025550102", 6), ask("+12025550103", 400, ago(400))]);
  const links = [366, 364].map((days) => ({ tokenHash: sha256(v7()), createdAt: ago(days), phone: `+1 ${days}` }));
  await writeDb.insert(unsubscribeLinks).values(links.map((each) => ({ ...each, accountId, numberId: line.id })));

  await sweep();

  const asked = await writeDb.select().from(subscriptionAsks).orderBy(subscriptionAsks.phone);
  expect(asked.map(({ phone }) => phone)).toEqual(["+12025550102", "+12025550103"]);
  expect((await writeDb.select().from(unsubscribeLinks)).map(({ phone }) => phone)).toEqual(["+1 364"]);
});

test("previews that nobody confirmed go after a week, what was sent after ninety days", async () => {
  const { accountId, ana } = await makeCompany();
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const batch = (id: string, set: object) => ({ id, accountId, invitedBy: ana.memberId, ...set });
  const [old, young, sent, under, long] = [v7(), v7(), v7(), v7(), v7()];
  await writeDb
    .insert(invitationBatches)
    .values([
      batch(old, { createdAt: ago(8) }),
      batch(young, { createdAt: ago(6) }),
      batch(sent, { createdAt: ago(80), confirmedAt: ago(80), finishedAt: ago(80) }),
      batch(under, { createdAt: ago(95), confirmedAt: ago(95) }),
      batch(long, { createdAt: ago(95), confirmedAt: ago(95), finishedAt: ago(91) }),
    ]);
  await sweep();
  const left = await writeDb.select({ id: invitationBatches.id }).from(invitationBatches);
  expect(left.map(({ id }) => id).sort()).toEqual([young, sent, under].sort());
});

test("news of emails that we never sent goes after two days, of ours after a year", async () => {
  const providerId = (age: string, whose: string) => `${whose} ${age}`;
  const ages = ["1 day", "3 days", "8 days"];
  for (const age of ages) {
    const news = ["ours", "foreign"].map((whose) => providerId(age, whose));
    const at = sql`now() - ${age}::interval`;
    await writeDb.insert(deliveries).values(news.map((id) => ({ providerId: id, state: "bounced" as const, at })));
    await queueEmail();
    await writeDb
      .update(outbox)
      .set({ state: "sent", providerId: providerId(age, "ours") })
      .where(isNull(outbox.providerId));
  }
  await sweep();
  const left = (await writeDb.select().from(deliveries)).map((row) => row.providerId);
  expect(left.filter((id) => id.startsWith("foreign"))).toEqual(["foreign 1 day"]);
  expect(left.filter((id) => id.startsWith("ours"))).toHaveLength(ages.length);
});
