import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaignRecipients, campaigns, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { sentCampaign } from "@/tests/support/carrier/sent-campaign";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { optOut } from "../messages/consent";
import { beginCounting, countCampaigns, MANY } from "./count-campaigns";
import { getCampaign } from "./get";
import { campaignReport } from "./report/campaign-report";

const anHourAgo = () => new Date(Date.now() - 3_600_000);

/** One in every state, one who answered, one who left, and one whom a colleague opted out. */
async function mixed() {
  const sentAt = anHourAgo();
  const made = await sentCampaign(await makeCompany(), [
    { state: "waiting" },
    { state: "queued" },
    { state: "sent", sentAt },
    { state: "delivered", sentAt },
    { state: "delivered", sentAt: new Date(sentAt.getTime() + 20 * 60_000) },
    { state: "failed", errorCode: 30007, sentAt },
    { state: "failed", errorCode: 21211 },
    { state: "left" },
  ]);
  const { company, line, id, people } = made;
  await writeDb.update(campaigns).set({ frozenAt: sentAt }).where(eq(campaigns.id, id));
  const talk = await makeTalk({ line, lines: [] });
  const thread = { accountId: company.accountId, conversationId: talk.id, numberId: line.id, body: "Yes" };
  const [sent] = await writeDb
    .insert(messages)
    .values({ ...thread, seq: 101, direction: "out", state: "delivered", at: sentAt })
    .returning({ messageId: messages.id });
  await writeDb.insert(messages).values([102, 103].map((seq) => ({ ...thread, seq, direction: "in" as const })));
  const who = (at: number) => eq(campaignRecipients.contactId, people[at]?.id ?? "");
  await writeDb
    .update(campaignRecipients)
    .set({ messageId: sent?.messageId ?? null })
    .where(who(3));
  const customer = { accountId: company.accountId, phone: people[4]?.phone ?? "" };
  const other = { ...customer, phone: people[2]?.phone ?? "" };
  await writeDb.transaction(async (tx) => {
    await optOut(tx, customer, { how: "keyword", source: "text", words: "Stop" });
    await optOut(tx, other, { how: "by hand", source: "by hand", words: "Told us at the desk" });
  });
  return made;
}

const told = async (made: Awaited<ReturnType<typeof mixed>>, timeZone = "Asia/Kolkata") => {
  const viewer = { ...(await viewerOf(made.ben)), timeZone };
  const { countedAt: _, ...campaign } = (await getCampaign(viewer, made.id)) ?? { countedAt: null };
  return { campaign, report: await campaignReport(viewer, made.id) };
};

const countedLongAgo = sql`'2020-01-01Z'::timestamptz`;

/** As if they were many. */
async function counting(id: string) {
  const nothing = { recipients: 0, waiting: 1, sent: 0, delivered: 0, failed: 0, left: 0, replies: 0, optOuts: 0 };
  const counted = { figures: nothing, codes: [], quarters: [], lastSentAt: null, seconds: 0 };
  await writeDb.update(campaigns).set({ counted, countedAt: countedLongAgo }).where(eq(campaigns.id, id));
}

test("what is counted for many is what the rows of few say, in every zone", async () => {
  const made = await mixed();
  const live = await told(made);
  expect(live.campaign).toMatchObject({ recipients: 8, waiting: 2, sent: 4, delivered: 2, failed: 2, left: 1 });
  expect(live.campaign).toMatchObject({ replies: 1, optOuts: 1 });
  await counting(made.id);
  expect((await told(made)).campaign).toMatchObject({ recipients: 0 });
  await countCampaigns();
  expect(await told(made)).toEqual(live);
  expect((await told(made, "UTC")).report).toMatchObject({ reasons: live.report.reasons });
});

test("it is counted anew once there is something new, and not by everybody who looks", async () => {
  const made = await mixed();
  await counting(made.id);
  await countCampaigns();
  await writeDb
    .update(campaignRecipients)
    .set({ state: "delivered", sentAt: sql`now()` })
    .where(sql`campaign_id = ${made.id} and state = 'queued'`);
  await countCampaigns();
  expect((await told(made)).campaign).toMatchObject({ waiting: 2, delivered: 2 });
  await writeDb.update(campaigns).set({ countedAt: countedLongAgo }).where(eq(campaigns.id, made.id));
  await Promise.all([countCampaigns(), countCampaigns()]);
  expect((await told(made)).campaign).toMatchObject({ waiting: 1, delivered: 3 });
});

test("few are counted whenever somebody looks; more than many from the moment they are written down", async () => {
  const { company, id } = await sentCampaign(await makeCompany(), [{ state: "waiting" }]);
  await writeDb.transaction((tx) => beginCounting(tx, id));
  const countedOf = async () => (await writeDb.select().from(campaigns).where(eq(campaigns.id, id)))[0]?.counted;
  expect(await countedOf()).toBeNull();
  await writeDb.execute(sql`insert into campaign_recipients (campaign_id, contact_id, account_id, phone, zone)
    select ${id}::uuid, gen_random_uuid(), ${company.accountId}::uuid, '+1' || (2000000000 + n), 'UTC' from generate_series(1, ${MANY}::int) n`);
  await writeDb.transaction((tx) => beginCounting(tx, id));
  expect(await countedOf()).toMatchObject({ figures: { recipients: MANY + 1, waiting: MANY + 1, sent: 0 } });
});
