import { eq, sql } from "drizzle-orm";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { campaignRecipients, campaigns, contactGroupMembers, members, messages, optOuts, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import {
  begin as beginBy,
  campaignRow,
  held as heldBy,
  makeContactGroup,
  makeDraft,
  recipientsOf,
  zonesNow,
} from "@/tests/support/carrier/campaigns";
import { passTime, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { type Person, viewerOf } from "@/tests/support/cast";
import { actionsOn } from "@/tests/support/rows";
import { Refused } from "../errors";
import { hearByCarrierId } from "../messages/record-state";
import { drainTexts } from "../messages/send/drain-texts";
import { historyQuery } from "../reports/history-query";
import { listHistory } from "../reports/list-history";
import { getCampaign } from "./get";
import { pauseCampaign, resumeCampaign, stopCampaign } from "./hold";
import { campaignReport } from "./report/campaign-report";
import { exportRecipients } from "./report/export-recipients";
import { reviewCampaign } from "./review";
import { runCampaigns } from "./send/run-campaigns";

const { carrier, company, line } = await textingTests();
const { accountId } = company;
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

const draft = (group: { id: string }, form: Record<string, unknown> = {}, by: Person = ben) =>
  makeDraft({ by, line, group }, form);
const begin = (id: string, by: Person = ben) => beginBy(id, by);
const hold = (id: string, by: Person = ben) => heldBy(id, by);
const reviewOf = async (id: string) => reviewCampaign(await viewerOf(ben), await campaignRow(id));
const statesOf = async (id: string) => (await recipientsOf(id)).map(({ state }) => state);

/** The worker, until nothing is left to do at once. */
async function work(rounds = 3) {
  for (let n = 0; n < rounds; n++) {
    await runCampaigns();
    await passTime(60);
    await drainTexts();
  }
}

const bodiesTo = (phone: string) => carrier.sentTo(phone).map(({ body }) => body);

describe("a campaign", () => {
  test("goes to everybody in its groups once, in their own words, and is finished when nobody is left", async () => {
    const group = await makeContactGroup(accountId, [{ firstName: "Marisol" }, {}]);
    const other = await makeContactGroup(accountId, []);
    const [marisol, nameless] = group.people;
    await writeDb.insert(contactGroupMembers).values({ accountId, groupId: other.id, contactId: marisol?.id ?? "" });
    const id = await draft(group, { group: [group.id, other.id], message: "Hello {first name|there}" });
    expect(await begin(id)).toMatchObject({ state: "sending" });
    await work();
    expect(bodiesTo(marisol?.phone ?? "")).toEqual(["Hello Marisol"]);
    expect(bodiesTo(nameless?.phone ?? "")).toEqual(["Hello there"]);
    expect(await statesOf(id)).toEqual(["sent", "sent"]);
    expect(await getCampaign(await viewerOf(ben), id)).toMatchObject({
      state: "finished",
      recipients: 2,
      sent: 2,
      waiting: 0,
    });
    const [recipient] = await recipientsOf(id);
    const [sent] = carrier.sentTo(recipient?.phone ?? "");
    await hearByCarrierId({ carrierId: sent?.sid ?? "", state: "delivered", code: null });
    expect(await getCampaign(await viewerOf(ben), id)).toMatchObject({ delivered: 1, sent: 2 });
    const told = await listHistory(await viewerOf(ben), historyQuery({ campaign: id }));
    expect(told.rows.map(({ campaign }) => campaign)).toEqual(["Spring sale", "Spring sale"]);
    let file = "";
    for await (const lines of exportRecipients(await viewerOf(ben), id)) file += lines;
    const rows = Papa.parse<string[]>(file, { skipEmptyLines: true }).data;
    expect(rows.map(([, , state]) => state).toSorted()).toEqual(["Delivered", "Sent"]);
    expect(rows.map(([phone]) => phone).toSorted()).toEqual(
      (await recipientsOf(id)).map(({ phone }) => phone).toSorted(),
    );
  });

  test("leaves out who has opted out, can't be reached or never agreed, and says so before", async () => {
    const group = await makeContactGroup(accountId, [
      {},
      { unreachableAt: new Date() },
      { hasAgreed: false },
      { firstName: "Olive" },
    ]);
    const other = await makeContactGroup(accountId, []);
    const [well, , , stopped] = group.people;
    await writeDb.insert(optOuts).values({ accountId, phone: stopped?.phone ?? "", how: "by hand" });
    await writeDb.insert(contactGroupMembers).values({ accountId, groupId: other.id, contactId: well?.id ?? "" });
    const id = await draft(group, { group: [group.id, other.id] });
    const review = await reviewOf(id);
    expect(review?.recipients).toBe(1);
    expect(review?.leftOut).toEqual([
      { reason: "opted out", people: 1 },
      { reason: "unreachable", people: 1 },
      { reason: "without consent", people: 1 },
      { reason: "twice", people: 1 },
    ]);
    await begin(id);
    await work();
    expect((await recipientsOf(id)).map(({ phone }) => phone)).toEqual([well?.phone]);
  });

  test("waits for everybody's hours", async () => {
    const { closed } = await zonesNow();
    const group = await makeContactGroup(accountId, [{}, { timeZone: closed }]);
    const id = await draft(group);
    const waits = [{ clock: expect.stringMatching(/^(09|12):00$/), people: 1, first: expect.any(Date) }];
    const review = await reviewOf(id);
    expect(review?.waits).toMatchObject(waits);
    expect(review?.waits[0]?.first.getTime()).toBeGreaterThan(Date.now());
    await begin(id);
    await work();
    expect((await statesOf(id)).toSorted()).toEqual(["sent", "waiting"]);
    expect(await getCampaign(await viewerOf(ben), id)).toMatchObject({ state: "sending", waiting: 1 });
    expect((await campaignReport(await viewerOf(ben), id)).waits).toEqual(review?.waits);
    const asleep = await draft(await makeContactGroup(accountId, [{ timeZone: closed }]));
    await begin(asleep);
    await runCampaigns();
    expect((await campaignReport(await viewerOf(ben), asleep)).waits).toMatchObject(waits);
  });

  test("stops for those whose hours have ended, where it was wished so", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const id = await draft(group, { atClose: "stop" });
    await begin(id);
    await runCampaigns();
    const [recipient] = await recipientsOf(id);
    expect(recipient?.until?.getTime()).toBeGreaterThan(Date.now());
    await writeDb
      .update(campaignRecipients)
      .set({ state: "waiting", until: new Date(Date.now() - 1000) })
      .where(eq(campaignRecipients.campaignId, id));
    await runCampaigns();
    expect(await statesOf(id)).toEqual(["left"]);
  });

  test("begins by itself at its time, in each zone at its own where that was wished", async () => {
    const group = await makeContactGroup(accountId, [{ timeZone: "Europe/Berlin" }, { timeZone: "Asia/Tokyo" }]);
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const at = { when: "at", date: day, time: "10:00" };
    const id = await draft(group, { ...at, ownZones: "yes" });
    expect(await begin(id)).toMatchObject({ state: "scheduled" });
    await work(1);
    expect((await campaignRow(id)).state).toBe("scheduled");
    await writeDb
      .update(campaigns)
      .set({ startsAt: new Date(Date.now() - 1000) })
      .where(eq(campaigns.id, id));
    await work(1);
    expect((await campaignRow(id)).state).toBe("sending");
    expect(await actionsOn(id)).toContain("campaign.started");
    const starts = (await recipientsOf(id)).map(({ notBefore }) => notBefore?.toISOString()).toSorted();
    expect(starts[0]).toBe(`${day}T01:00:00.000Z`);
    expect(await statesOf(id)).toEqual(["waiting", "waiting"]);
  });

  test("paused, nothing of it leaves any more, and a reply goes before it; resumed it goes on; stopped, never", async () => {
    const group = await makeContactGroup(accountId, [{}, {}]);
    const id = await draft(group);
    await begin(id);
    await runCampaigns();
    expect(await statesOf(id)).toEqual(["queued", "queued"]);
    await pauseCampaign(...(await hold(id)));
    const [one] = group.people;
    await queueReply({ company, line }, one?.phone ?? "", "A reply");
    await work();
    expect(bodiesTo(one?.phone ?? "")).toEqual(["A reply"]);
    await resumeCampaign(...(await hold(id)));
    await passTime(60);
    await drainTexts();
    expect(await statesOf(id)).toEqual(["sent", "sent"]);
    await expect(resumeCampaign(...(await hold(id)))).rejects.toThrow(Refused);

    const second = await draft(await makeContactGroup(accountId, [{}, {}]));
    await begin(second);
    await runCampaigns();
    await stopCampaign(...(await hold(second)));
    await work();
    expect(await statesOf(second)).toEqual(["left", "left"]);
    expect(await writeDb.select().from(texts).where(eq(texts.campaignId, second))).toEqual([]);
    const gone = await writeDb.execute(sql`select from messages m join campaign_recipients r on r.message_id = m.id
      where r.campaign_id = ${second} and m.state = 'called off'`);
    expect(gone).toHaveLength(2);
    await expect(resumeCampaign(...(await hold(second)))).rejects.toThrow("It isn't paused.");
  });

  test("pauses when whoever made it can't send any more, and is whoever's resumes it", async () => {
    const cara = await company.endUser({ name: "Cara Novak", lines: [line] });
    const group = await makeContactGroup(accountId, [{}]);
    const id = await draft(group, {}, cara);
    await begin(id, cara);
    await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, cara.memberId));
    await work();
    expect(await campaignRow(id)).toMatchObject({ state: "paused", pausedBecause: "maker" });
    expect(await statesOf(id)).toEqual(["waiting"]);
    await resumeCampaign(...(await hold(id, company.ana)));
    await work();
    expect(await statesOf(id)).toEqual(["sent"]);
  });

  test("is in threads that are nobody's and done until they answer", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const id = await draft(group);
    await begin(id);
    await work();
    const [recipient] = await recipientsOf(id);
    const [thread] =
      await writeDb.execute(sql`select claimed_by, closed_at is not null as done, out_seq from conversations v
      join messages m on m.conversation_id = v.id where m.id = ${recipient?.messageId}`);
    expect(thread).toEqual({ claimed_by: null, done: true, out_seq: 0 });
    const [message] = await writeDb
      .select()
      .from(messages)
      .where(eq(messages.id, recipient?.messageId ?? ""));
    expect(message).toMatchObject({ authorName: "Ben Ortiz", direction: "out" });
  });
});
