import { eq, sql } from "drizzle-orm";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { accounts, countedDays, messages, textDays } from "@/db/schema";
import { writeDb } from "@/db/write";
import { byHand, weeksOfTexts } from "@/tests/support/carrier/report-by-hand";
import { reportOf, type Shop, say, shop } from "@/tests/support/carrier/said";
import { viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { countDays } from "./count-days";
import { exportHistory } from "./export-history";
import { historyQuery } from "./history-query";

const ZONES = ["America/New_York", "Asia/Kathmandu", "Atlantic/Azores", "America/Havana", "Australia/Lord_Howe"];
const PERIODS = [
  ["2025-10-24", "2025-11-04"],
  ["2025-10-26", "2025-10-26"],
  ["2025-11-02", "2025-11-02"],
  ["2026-03-08", "2026-03-10"],
  ["2025-01-01", "2026-12-31"],
] as const;

async function agrees(scene: Shop) {
  const { company, desk, yard, ben, cara } = scene;
  for (const zone of ZONES)
    for (const [from, to] of PERIODS) {
      const report = await reportOf(ben, { from, to }, zone);
      const hand = await byHand(company, { zone, from, to });
      const said = `${zone}, ${from} to ${to}`;
      expect(report.all, said).toMatchObject(hand.all);
      for (const { id } of [desk, yard])
        expect(
          report.lines.find((line) => line.id === id),
          said,
        ).toMatchObject(hand.line(id));
      for (const { memberId } of [ben, cara]) {
        const figures = hand.person(memberId);
        const found = report.people.find(({ id }) => id === memberId);
        if (figures.textsOut > 0) expect(found, said).toMatchObject(figures);
        else expect(found, said).toBeUndefined();
      }
      expect(report.days, said).toEqual(hand.days);
    }
}

test("the figures are those of the rows, in any zone, over days on which clocks change; counted, asked live, and after what comes late", async () => {
  const scene = await shop();
  const { company, desk, ben } = scene;
  await weeksOfTexts(scene);
  await agrees(scene);

  for (const timeZone of ZONES) await company.endUser({ lines: [desk, scene.yard], timeZone });
  await countDays();
  const kept = await writeDb.select().from(textDays).where(eq(textDays.accountId, company.accountId));
  expect(ZONES.filter((zone) => !kept.some((row) => row.zone === zone))).toEqual([]);
  await agrees(scene);
  await countDays();
  expect(await writeDb.$count(textDays, eq(textDays.accountId, company.accountId))).toBe(kept.length);

  const thread = await makeTalk({ line: desk, lines: [] });
  await say(thread, [
    { at: "2025-10-27T13:05:00Z" },
    { at: "2025-10-27T14:35:00Z", by: ben },
    { at: "2025-11-03T15:00:00Z" },
  ]);
  await agrees(scene);
  await countDays();
  await agrees(scene);
});

test("what was counted is what is told, and today is asked of the messages", async () => {
  const { desk, ben, talk } = await shop();
  const thread = await talk();
  await say(thread, [{ at: "2026-02-02T15:00:00Z" }, { at: "2026-02-02T15:10:00Z", by: ben }]);
  await countDays();
  await writeDb.update(textDays).set({ textsIn: 5 }).where(eq(textDays.numberId, desk.id));
  expect((await reportOf(ben, { from: "2026-02-01", to: "2026-02-03" })).all.textsIn).toBeGreaterThanOrEqual(5);
  await say(thread, [{ at: new Date().toISOString() }]);
  expect((await reportOf(ben, {})).all).toMatchObject({ textsIn: 1, textsOut: 0 });
});

test("a text that comes late while its day is being counted is not left out", async () => {
  const { ben, desk, talk } = await shop();
  const thread = await talk();
  await say(thread, [{ at: "2026-02-02T15:00:00Z" }]);
  const textsIn = async () => (await reportOf(ben, { from: "2026-02-01", to: "2026-02-03" })).all.textsIn;
  await writeDb.transaction(async (tx) => {
    const late = { direction: "in" as const, body: "Late", seq: 2, at: new Date("2026-02-02T16:00:00Z") };
    const { accountId, id: conversationId } = thread;
    await tx.insert(messages).values({ ...late, accountId, conversationId, numberId: desk.id });
    await countDays();
  });
  await countDays();
  expect(await textsIn()).toBe(2);
});

test("a line for which a text is just coming in holds up no other line", async () => {
  const { company, desk, yard } = await shop();
  const [first = "", second = ""] = [desk.id, yard.id].sort();
  const counted = async () => {
    const rows = await writeDb.select().from(countedDays).where(eq(countedDays.accountId, company.accountId));
    return new Set(rows.filter(({ until }) => until > "0001-01-01").map(({ numberId }) => numberId));
  };
  await writeDb.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7231948, hashtext(${first}::text))`);
    await countDays();
  });
  expect(await counted()).toEqual(new Set([second]));
  await countDays();
  expect(await counted()).toEqual(new Set([first, second]));
});

test("another zone of the company has other working hours, of days that were counted, too", async () => {
  const { company, ben, talk } = await shop();
  await say(await talk(), [{ at: "2026-02-02T13:30:00Z" }, { at: "2026-02-02T14:30:00Z", by: ben }]);
  await countDays();
  const wait = async () => (await reportOf(ben, { from: "2026-02-01", to: "2026-02-03" })).all.median;
  expect(await wait()).toBe(1800);
  await writeDb.update(accounts).set({ timeZone: "Europe/Lisbon" }).where(eq(accounts.id, company.accountId));
  expect(await wait()).toBe(3600);
  await countDays();
  expect(await wait()).toBe(3600);
});

test("as many texts are told as the message history lists", async () => {
  const scene = await shop();
  await weeksOfTexts(scene);
  const [from, to] = PERIODS[0];
  const viewer = await viewerOf(scene.ben);
  for (const timeZone of ZONES) {
    const listed: string[] = [];
    for await (const lines of exportHistory({ ...viewer, timeZone }, historyQuery({ from, to })))
      listed.push(...Papa.parse<string[]>(lines, { skipEmptyLines: true }).data.map(([, , way = ""]) => way));
    const { all } = await reportOf(scene.ben, { from, to }, timeZone);
    expect(all.textsIn, timeZone).toBe(listed.filter((way) => way === "In").length);
    expect(all.textsOut, timeZone).toBe(listed.filter((way) => way === "Out").length);
  }
});

test("no line that was counted to the end is counted again, and none is forgotten", async () => {
  const { company, desk } = await shop();
  await countDays();
  const counted = await writeDb.select().from(countedDays).where(eq(countedDays.accountId, company.accountId));
  expect(counted.filter(({ numberId }) => numberId === desk.id).length).toBeGreaterThan(0);
  const soon = Date.now() - 3 * 86_400_000;
  expect(counted.filter(({ until }) => Date.parse(until) < soon)).toEqual([]);
});
