import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import {
  accounts,
  campaigns,
  conversations,
  groups,
  logins,
  messages,
  numbers,
  optOuts,
  outbox,
  subscriptionAsks,
} from "@/db/schema";
import { logIn } from "@/lib/auth/log-in";
import { sessionOf } from "@/lib/auth/session/session-of";
import { campaignsQuery } from "@/lib/campaigns/campaigns-query";
import { stateNow } from "@/lib/campaigns/figures";
import { listCampaigns } from "@/lib/campaigns/list";
import { campaignReport } from "@/lib/campaigns/report/campaign-report";
import { reviewCampaign } from "@/lib/campaigns/review";
import { listContactFields } from "@/lib/contacts/fields/list";
import { linesAndPeople } from "@/lib/reports/lines-and-people";
import { linesQuery } from "@/lib/reports/lines-query";
import { visitor } from "@/tests/support/cast";
import { makeDemoIfEmpty } from "./demo";

const PASSWORD = "harbour ladder quartz 47";
type Table =
  | typeof groups
  | typeof numbers
  | typeof conversations
  | typeof messages
  | typeof logins
  | typeof subscriptionAsks;
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en");
const howMany = async (table: Table) => (await db.select({ n: count() }).from(table))[0]?.n ?? 0;

test("the demo company is made once, in all states, and mails nobody", async () => {
  await makeDemoIfEmpty({ password: PASSWORD });
  await makeDemoIfEmpty({ password: "another password 48" });

  const companies = await db.select().from(accounts);
  expect(companies).toMatchObject([{ name: "Harbor Dental", activeCount: 31, pendingCount: 6, disabledCount: 3 }]);
  expect([await howMany(groups), await howMany(numbers)]).toEqual([3, 6]);
  expect(await howMany(messages)).toBeGreaterThan(500);
  const states = new Set((await db.select().from(messages)).map(({ state }) => state));
  expect(states).toEqual(new Set([null, "delivered", "undelivered", "sent", "queued"]));
  const threads = await db.select().from(conversations);
  expect(new Set(threads.map((each) => [each.claimedBy !== null, each.closedAt !== null].join()))).toEqual(
    new Set(["true,false", "false,false", "true,true", "false,true"]),
  );
  expect(threads.filter(({ closedAt }) => closedAt === null)).toHaveLength(22);
  expect(new Set((await db.select().from(optOuts)).map(({ how }) => how))).toEqual(new Set(["keyword", "words"]));
  expect(threads.every(({ seq, inSeq, outSeq }) => Math.max(inSeq, outSeq) <= seq)).toBe(true);
  expect((await db.select({ name: campaigns.name, state: stateNow }).from(campaigns)).toSorted(byName)).toEqual([
    { name: "Check-up in December", state: "draft" },
    { name: "Five tips for clean teeth", state: "sending" },
    { name: "Open on Saturdays", state: "finished" },
    { name: "Winter hours", state: "finished" },
  ]);
  expect((await db.select().from(subscriptionAsks)).every(({ joinedAt }) => joinedAt !== null)).toBe(true);
  expect(await howMany(subscriptionAsks)).toBe(5);
  expect(await howMany(logins)).toBeGreaterThan(200);
  expect(new Set((await db.select().from(outbox)).map((mail) => mail.state))).toEqual(new Set(["sent"]));
  const login = { identifier: "admin", password: PASSWORD, next: "/" };
  expect(await logIn(visitor(), login)).toHaveProperty("token");
});

async function anaHere() {
  const entered = await logIn(visitor(), { identifier: "admin", password: PASSWORD, next: "/" });
  const viewer = await sessionOf("token" in entered ? entered.token : "");
  if (!viewer) throw new Error("Ana can't log in");
  return viewer;
}

test("its month of texts makes reports worth reading, at whatever hour it is made", async () => {
  await makeDemoIfEmpty({ password: PASSWORD });
  const ana = await anaHere();
  const { all, lines, people, days } = await linesAndPeople(ana, linesQuery({}));
  expect(all.waiting).toBeGreaterThan(0);
  expect(lines.filter(({ answers, textsIn }) => answers < 10 || textsIn < 10)).toEqual([]);
  const answering = people.filter(({ answers }) => answers > 0);
  expect(answering.length).toBeGreaterThan(20);
  for (const { name, median, ninetieth } of [all, ...lines, ...answering].map((each) => ({ name: "", ...each }))) {
    expect(median, name).toBeGreaterThanOrEqual(60);
    expect(ninetieth, name).toBeLessThanOrEqual(40 * 60);
  }
  const perDay = (isWeekend: boolean) => {
    const those = days.filter(({ day }) => [0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()) === isWeekend);
    return those.reduce((sum, { textsIn }) => sum + textsIn, 0) / those.length;
  };
  expect(perDay(false)).toBeGreaterThan(3 * perDay(true));
});

test("its finished campaigns have replies, opt-outs, failures and more than one hour; one is under way", async () => {
  await makeDemoIfEmpty({ password: PASSWORD });
  const ana = await anaHere();
  const { rows } = await listCampaigns(ana, campaignsQuery({}));
  for (const { id, ...campaign } of rows.filter(({ state }) => state === "finished")) {
    expect([campaign.replies > 5, campaign.optOuts > 0, campaign.failed > 0], campaign.name).toEqual([
      true,
      true,
      true,
    ]);
    const report = await campaignReport(ana, id);
    expect(report.hours.length).toBeGreaterThan(1);
    expect(report.optOuts.every(({ words }) => /stop/i.test(words ?? ""))).toBe(true);
  }
  expect(rows.find(({ state }) => state === "sending")).toMatchObject({ recipients: 300, sent: 0 });
});

test("the practice has two fields of its own, and its draft says one of them to whoever has a plan", async () => {
  await makeDemoIfEmpty({ password: PASSWORD });
  const ana = await anaHere();
  expect((await listContactFields(ana)).map(({ name }) => name)).toEqual(["Plan", "Renewal"]);
  const [draft] = await db.select().from(campaigns).where(eq(campaigns.state, "draft"));
  const review = draft && (await reviewCampaign(ana, draft));
  expect(review).toMatchObject({ unknown: [], missing: [] });
  const said = review?.samples.map(({ text }) => /your (\w+) plan/.exec(text)?.[1]);
  expect(new Set(said).size).toBeGreaterThan(1);
  expect(said).toContain("dental");
});
