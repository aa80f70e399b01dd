import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { auditEvents, campaignRecipients, campaigns, members, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import {
  begin as beginBy,
  campaignRow,
  held,
  makeContactGroup,
  makeDraft,
  recipientsOf,
  zonesNow,
} from "@/tests/support/carrier/campaigns";
import { passTime, textingTests } from "@/tests/support/carrier/texting";
import { viewerOf } from "@/tests/support/cast";
import { mailTo } from "@/tests/support/rows";
import { drainTexts } from "../messages/send/drain-texts";
import { getCampaign } from "./get";
import { pauseCampaign, resumeCampaign } from "./hold";
import { runCampaigns } from "./send/run-campaigns";

const { carrier, company, line } = await textingTests();
const { accountId } = company;
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

const hold = (id: string) => held(id, ben);
const LONG_AGO = new Date(Date.now() - 3_600_000);

/** Of a text: what became of it, and by which code; `optedOut`: its reader wants no more, and who said so. */
type Fate = {
  state: "sent" | "delivered" | "failed";
  errorCode?: number;
  optedOut?: "keyword" | "by hand";
  sentAt?: Date;
};

const good = (many: number): Fate[] => Array.from({ length: many }, () => ({ state: "delivered" }));
const spam = (many: number): Fate[] => Array.from({ length: many }, () => ({ state: "failed", errorCode: 30007 }));
const unregistered = (many: number): Fate[] =>
  Array.from({ length: many }, () => ({ state: "failed", errorCode: 30034 }));
const left = (many: number): Fate[] => good(many).map((fate) => ({ ...fate, optedOut: "keyword" }));

/** One that is being sent: somebody still waits, for the morning; before them others got it, in this order. */
async function underWay(fates: readonly Fate[]) {
  const { closed } = await zonesNow();
  const id = await makeDraft({ by: ben, line, group: await makeContactGroup(accountId, [{ timeZone: closed }]) });
  await beginBy(id, ben);
  await runCampaigns();
  await goOn(id, fates);
  return id;
}

let made = 0;
/** More of its texts, after all others. */
async function goOn(campaignId: string, fates: readonly Fate[]) {
  const rows = fates.map(({ optedOut, sentAt = LONG_AGO, ...fate }) => {
    const phone = `+1907${String(2_000_000 + made++)}`;
    return { ...fate, sentAt, campaignId, accountId, phone, optedOut, contactId: v7(), messageId: v7(), zone: "UTC" };
  });
  await writeDb.insert(campaignRecipients).values(rows);
  const out = rows.flatMap(({ phone, optedOut: how }) => (how ? { accountId, phone, how } : []));
  if (out.length > 0) await writeDb.insert(optOuts).values(out);
}

async function judged(id: string) {
  await runCampaigns();
  const { state, pausedBecause, pausedCount } = await campaignRow(id);
  return { state, because: pausedBecause, count: pausedCount };
}

const GOES_ON = { state: "sending", because: null, count: null };

describe("a campaign of whose last 200 texts more than 2 % are refused as spam or unregistered", () => {
  test("pauses itself; four of them, or ever so many of fewer, or for other reasons, are not enough", async () => {
    expect(await judged(await underWay([...good(196), ...spam(4)]))).toEqual(GOES_ON);
    expect(await judged(await underWay([...good(100), ...spam(99)]))).toEqual(GOES_ON);
    const landlines = good(30).map((): Fate => ({ state: "failed", errorCode: 30006 }));
    expect(await judged(await underWay([...good(170), ...landlines]))).toEqual(GOES_ON);
    const id = await underWay([...spam(3), ...good(195), ...unregistered(2)]);
    expect(await judged(id)).toEqual({ state: "paused", because: "refused", count: 5 });
  });

  test("is judged by the last ones alone, and not by what the carrier has just taken", async () => {
    expect(await judged(await underWay([...spam(50), ...good(200)]))).toEqual(GOES_ON);
    const underway = good(150).map((): Fate => ({ state: "sent", sentAt: new Date() }));
    expect(await judged(await underWay([...good(195), ...spam(5), ...underway]))).toMatchObject({ because: "refused" });
    const silent = good(150).map((): Fate => ({ state: "sent" }));
    expect(await judged(await underWay([...good(195), ...spam(5), ...silent]))).toMatchObject({ because: "refused" });
    expect(await judged(await underWay([...spam(5), ...silent, ...good(50)]))).toEqual(GOES_ON);
  });

  test("is judged by their share of all that left, where refusals are told at once and what arrives later", async () => {
    const silent = { state: "sent", sentAt: new Date(Date.now() + 60_000) } as const;
    const oneIn = (many: number, times: number) =>
      Array.from({ length: times }, () => [...good(many - 1).map(() => silent), ...spam(1)]).flat();
    expect(await judged(await underWay([...good(200), ...oneIn(100, 6)]))).toEqual(GOES_ON);
    const id = await underWay([...good(200), ...oneIn(25, 12)]);
    expect(await judged(id)).toEqual({ state: "paused", because: "refused", count: 5 });
  });

  test("says why: on its page, in history, and by email to whoever made it and to the Admins", async () => {
    const id = await underWay([...good(193), ...spam(7)]);
    await runCampaigns();
    await runCampaigns();
    const [event, ...more] = await writeDb
      .select()
      .from(auditEvents)
      .where(sql`${eq(auditEvents.subjectId, id)} and ${eq(auditEvents.action, "campaign.paused")}`);
    const why = "7 of its last 200 texts were refused as spam, or because the line isn't registered.";
    expect([event?.actorName, event?.details, more]).toEqual(["Lineup", { why }, []]);
    for (const { email } of [ben, company.ana])
      expect(
        (await mailTo(email)).filter(({ template, props }) => template === "campaign-paused" && props.why === why),
      ).toHaveLength(1);
    const cara = await company.endUser({ name: "Cara Novak", lines: [line] });
    expect(await mailTo(cara.email)).not.toContainEqual(expect.objectContaining({ template: "campaign-paused" }));
  });

  test("resumed by a person goes on, and is judged anew by what leaves from then on", async () => {
    const id = await underWay([...good(190), ...spam(10)]);
    expect(await judged(id)).toMatchObject({ because: "refused" });
    await resumeCampaign(...(await hold(id)));
    expect(await judged(id)).toEqual(GOES_ON);
    await goOn(id, [...good(150), ...spam(6)]);
    expect(await judged(id)).toEqual(GOES_ON);
    await goOn(id, good(44));
    expect(await judged(id)).toEqual({ state: "paused", because: "refused", count: 6 });
  });

  test("paused and resumed by hand it is judged as before", async () => {
    const id = await underWay([...good(150), ...spam(5)]);
    await pauseCampaign(...(await hold(id)));
    await resumeCampaign(...(await hold(id)));
    await goOn(id, good(45));
    expect(await judged(id)).toMatchObject({ because: "refused", count: 5 });
  });

  test("finished it is finished: nobody is left to be spared", async () => {
    const id = await underWay([...good(190), ...spam(10)]);
    await writeDb
      .update(campaignRecipients)
      .set({ state: "left" })
      .where(sql`${eq(campaignRecipients.campaignId, id)} and ${eq(campaignRecipients.state, "waiting")}`);
    await runCampaigns();
    expect((await getCampaign(await viewerOf(ben), id))?.state).toBe("finished");
  });
});

describe("a campaign of whose first 500 people more than 5 % opt out", () => {
  test("pauses itself; 25 of them, or ever so many of fewer, of those after them, or by hand, are not enough", async () => {
    expect(await judged(await underWay([...left(25), ...good(475), ...left(30)]))).toEqual(GOES_ON);
    expect(await judged(await underWay([...left(100), ...good(399)]))).toEqual(GOES_ON);
    const byHand = good(30).map((fate): Fate => ({ ...fate, optedOut: "by hand" }));
    expect(await judged(await underWay([...byHand, ...good(480)]))).toEqual(GOES_ON);
    const id = await underWay([...left(26), ...good(474), ...good(10)]);
    expect(await judged(id)).toEqual({ state: "paused", because: "opt-outs", count: 26 });
    await resumeCampaign(...(await hold(id)));
    expect(await judged(id)).toEqual(GOES_ON);
    await goOn(id, [...good(470), ...left(30)]);
    expect(await judged(id)).toEqual({ state: "paused", because: "opt-outs", count: 30 });
  });
});

describe("“First 100, then wait for me”", () => {
  test("sends the first hundred and waits; Resume sends the rest", async () => {
    const group = await makeContactGroup(
      accountId,
      Array.from({ length: 103 }, () => ({})),
    );
    await writeDb.execute(sql`insert into line_pace (number_id, account_id, per_second) values (${line.id}, ${accountId}, 1000)
      on conflict (number_id) do update set per_second = 1000`);
    const id = await makeDraft({ by: ben, line, group }, { waitsAfterFirst: "yes" });
    await beginBy(id, ben);
    await Promise.all([runCampaigns(), runCampaigns()]);
    expect((await recipientsOf(id)).filter(({ state }) => state === "queued")).toHaveLength(100);
    expect(await judged(id)).toEqual(GOES_ON);
    await passTime(60);
    await drainTexts();
    expect(await judged(id)).toEqual({ state: "paused", because: "first 100", count: null });
    const sent = () => group.people.filter(({ phone }) => carrier.sentTo(phone).length === 1);
    expect(sent()).toHaveLength(100);
    await resumeCampaign(...(await hold(id)));
    await runCampaigns();
    await passTime(60);
    await drainTexts();
    expect(sent()).toHaveLength(103);
    expect((await getCampaign(await viewerOf(ben), id))?.state).toBe("finished");
  });

  test("is finished with no more than a hundred, and whoever can't be found out about holds nothing up", async () => {
    const few = await makeContactGroup(accountId, [{}, {}]);
    const id = await makeDraft({ by: ben, line, group: few }, { waitsAfterFirst: "yes" });
    await beginBy(id, ben);
    await runCampaigns();
    await passTime(60);
    await drainTexts();
    await runCampaigns();
    expect((await getCampaign(await viewerOf(ben), id))?.state).toBe("finished");
  });
});

test("whoever made it and can't send any more is told with the Admins, if they are still here", async () => {
  const dora = await company.endUser({ name: "Dora Lund", lines: [line] });
  const id = await makeDraft({ by: dora, line, group: await makeContactGroup(accountId, [{}]) });
  await beginBy(id, dora);
  await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, dora.memberId));
  expect(await judged(id)).toMatchObject({ state: "paused", because: "maker" });
  expect(await mailTo(dora.email)).not.toContainEqual(expect.objectContaining({ template: "campaign-paused" }));
  const [told] = await writeDb.select({ because: campaigns.pausedBecause }).from(campaigns).where(eq(campaigns.id, id));
  expect(told).toEqual({ because: "maker" });
  const letters = (await mailTo(company.ana.email)).map(({ props }) => props.why);
  expect(letters).toContain("Dora Lund can't send campaigns from this line any more.");
});
