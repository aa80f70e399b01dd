import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { header, pagesOf } from "@/app/(portal)/reports/lines/export/cells";
import { messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { csvLines } from "@/lib/text/csv";
import { reportOf, say, shop } from "@/tests/support/carrier/said";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk, messagesOf } from "@/tests/support/talk";
import { callOff } from "../conversations/later/call-off";
import { Reply, reply } from "../conversations/reply";
import { deleteUser } from "../users/delete";
import { stretchesOf } from "./chart-days";
import { countDays } from "./count-days";

test("a campaign answers nobody, nor does what Lineup says by itself; a weekend is not waited through", async () => {
  const { ben, cara, talk } = await shop();
  // Friday at 16:50 in New York, then Monday at 9:10.
  await say(await talk(), [
    { at: "2026-02-06T21:50:00Z" },
    { at: "2026-02-06T21:51:00Z", by: null },
    { at: "2026-02-07T15:00:00Z", by: cara, campaign: true },
    { at: "2026-02-08T15:00:00Z" },
    { at: "2026-02-09T14:10:00Z", by: ben },
    { at: "2026-02-09T14:20:00Z", by: cara },
  ]);
  const report = await reportOf(ben, { from: "2026-02-01", to: "2026-02-28" });
  expect(report.all).toMatchObject({ textsIn: 2, textsOut: 4, answers: 1, median: 1200, ninetieth: 1200 });
  expect(report.people).toMatchObject([
    { name: "Ben Ortiz", textsOut: 1, answers: 1, median: 1200 },
    { name: "Cara Novak", textsOut: 2, answers: 0, median: null },
    { name: "Lineup", textsOut: 1, answers: 0 },
  ]);
});

test("what was called off answers nobody, also of a day that was counted, and is told as the history lists it", async () => {
  const { ben, cara, talk } = await shop();
  const thread = await talk();
  await say(thread, [
    { at: "2026-02-02T15:00:00Z" },
    { at: "2026-02-02T15:10:00Z", by: cara },
    { at: "2026-02-02T16:00:00Z", by: ben },
  ]);
  const told = async () => {
    const { all, people } = await reportOf(ben, { from: "2026-02-01", to: "2026-02-03" });
    return [all.textsOut, all.answers, all.median, ...people.map(({ name, textsOut }) => `${name} ${textsOut}`)];
  };
  await countDays();
  expect(await told()).toEqual([2, 1, 600, "Ben Ortiz 1", "Cara Novak 1"]);
  const theirs = and(eq(messages.conversationId, thread.id), eq(messages.authorId, cara.memberId));
  await writeDb.update(messages).set({ state: "called off" }).where(theirs);
  expect(await told()).toEqual([2, 1, 3600, "Ben Ortiz 1", "Cara Novak 1"]);
  await countDays();
  expect(await told()).toEqual([2, 1, 3600, "Ben Ortiz 1", "Cara Novak 1"]);
});

test("lines are one's own; a person, a line and days narrow it; who is gone stays by name", async () => {
  const { company, desk, yard, ben, cara, talk } = await shop();
  await say(await talk(), [{ at: "2026-02-02T15:00:00Z" }, { at: "2026-02-02T15:10:00Z", by: cara }]);
  await say(await talk(yard), [{ at: "2026-02-03T15:00:00Z" }, { at: "2026-02-03T15:20:00Z", by: ben }]);
  const days = { from: "2026-02-01", to: "2026-02-28" };
  expect((await reportOf(cara, days)).lines.map(({ label }) => label)).toEqual(["Desk"]);
  expect((await reportOf(cara, { ...days, line: yard.id })).lines).toEqual([]);
  expect((await reportOf(company.ana, days)).all).toMatchObject({ textsIn: 0, textsOut: 0 });
  expect((await reportOf(ben, { ...days, line: desk.id })).all).toMatchObject({ textsIn: 1, textsOut: 1, median: 600 });
  expect((await reportOf(ben, { ...days, person: "ortiz" })).all).toMatchObject({
    textsIn: 0,
    textsOut: 1,
    median: 1200,
  });
  expect((await reportOf(ben, { from: "2026-02-03", to: "2026-02-03" })).all).toMatchObject({
    textsIn: 1,
    textsOut: 1,
  });
  await countDays();
  await deleteUser(await viewerOf(company.ana), { memberId: cara.memberId, once: onceKey() });
  const report = await reportOf(ben, days);
  expect(report.people).toMatchObject([
    { name: "Ben Ortiz", isGone: false },
    { name: "Cara Novak", isGone: true },
  ]);
  const rows = [];
  for await (const page of pagesOf(report, true)) rows.push(...page);
  expect(
    csvLines([header, ...rows])
      .trim()
      .split("\r\n"),
  ).toEqual([
    "Of,Name,Phone,In,Out,First Answers,Median Seconds,90th Percentile Seconds,Waiting Now",
    `Line,Desk,${desk.e164},1,1,1,600,600,0`,
    `Line,Yard,${yard.e164},1,1,1,1200,1200,0`,
    "Person,Ben Ortiz,,,1,1,1200,1200,0",
    "Person,Cara Novak (removed),,,1,1,600,600,0",
    "Day,2026-02-02,,1,1,,,,",
    "Day,2026-02-03,,1,1,,,,",
  ]);
});

test("waiting now is whoever spoke last in an open conversation, by line and by who has it", async () => {
  const { desk, yard, ben } = await shop();
  await makeTalk({ line: desk, lines: ["Hello"], claimedBy: ben });
  await makeTalk({ line: desk, lines: ["Hello", "> Hi", "And?"] });
  await makeTalk({ line: yard, lines: ["Hello", "> Hi"], claimedBy: ben });
  await makeTalk({ line: yard, lines: ["Hello"], closed: true });
  const report = await reportOf(ben, {});
  expect(report.lines.map(({ label, waiting }) => [label, waiting])).toEqual([
    ["Desk", 2],
    ["Yard", 0],
  ]);
  expect(report.people.find(({ id }) => id === ben.memberId)).toMatchObject({ waiting: 1 });
  expect(report.all.waiting).toBe(2);
  expect((await reportOf(ben, { person: "ortiz" })).all.waiting).toBe(1);
});

test("what never came to them answers nobody: who waited for it waits still, until something does", async () => {
  const { desk, ben } = await shop();
  const talk = await makeTalk({ line: desk, lines: ["Hello"], claimedBy: ben });
  const waiting = async () => (await reportOf(ben, {})).all.waiting;
  const viewer = await viewerOf(ben);
  const sendAt = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  const form = { conversationId: talk.id, message: "Tomorrow", outSeq: "0", later: "yes", sendAt, once: onceKey() };
  await reply(viewer, Reply.parse(form));
  expect(await waiting()).toBe(0);
  const [, later] = await messagesOf(talk);
  await callOff(viewer, { conversationId: talk.id, messageId: later?.id ?? "", once: onceKey() });
  expect(await waiting()).toBe(1);
  const again = { ...form, message: "Now", outSeq: "2", once: onceKey() };
  await reply(viewer, Reply.parse({ ...again, later: undefined }));
  const [, , now] = await messagesOf(talk);
  for (const state of ["queued", "sent", "delivered"] as const) {
    await writeDb
      .update(messages)
      .set({ state })
      .where(eq(messages.id, now?.id ?? ""));
    expect(await waiting(), state).toBe(0);
  }
  for (const state of ["failed", "undelivered"] as const) {
    await writeDb
      .update(messages)
      .set({ state })
      .where(eq(messages.id, now?.id ?? ""));
    expect(await waiting(), state).toBe(1);
  }
  // To whom nobody has answered, since they said nothing; and who had an answer before the one that failed.
  for (const lines of [["> Hi"], ["Hello", "> Hi", "> Hi again"]]) {
    const told = await makeTalk({ line: desk, lines, author: ben });
    const last = and(eq(messages.conversationId, told.id), eq(messages.seq, lines.length));
    await writeDb.update(messages).set({ state: "failed" }).where(last);
  }
  expect(await waiting()).toBe(1);
});

test("a text that failed is no first answer, also of a day that was counted", async () => {
  const { ben, cara, talk } = await shop();
  const thread = await talk();
  await say(thread, [
    { at: "2026-02-02T15:00:00Z" },
    { at: "2026-02-02T15:10:00Z", by: cara },
    { at: "2026-02-02T16:00:00Z", by: ben },
  ]);
  const told = async () => {
    const { all, people } = await reportOf(ben, { from: "2026-02-01", to: "2026-02-03" });
    return [all.textsOut, all.answers, all.median, ...people.map(({ name, answers }) => `${name} ${answers}`)];
  };
  await countDays();
  const theirs = and(eq(messages.conversationId, thread.id), eq(messages.authorId, cara.memberId));
  for (const state of ["failed", "undelivered"] as const) {
    await writeDb.update(messages).set({ state: "sent" }).where(theirs);
    expect(await told()).toEqual([2, 1, 600, "Ben Ortiz 0", "Cara Novak 1"]);
    await countDays();
    await writeDb.update(messages).set({ state }).where(theirs);
    expect(await told(), state).toEqual([2, 1, 3600, "Ben Ortiz 1", "Cara Novak 0"]);
    await countDays();
    expect(await told(), state).toEqual([2, 1, 3600, "Ben Ortiz 1", "Cara Novak 0"]);
  }
});

test("a chart has every day of a short time, and weeks of a long one", async () => {
  const { ben, talk } = await shop();
  await say(await talk(), [{ at: "2026-02-02T15:00:00Z" }, { at: "2026-02-05T15:10:00Z", by: ben }]);
  const short = stretchesOf(await reportOf(ben, { from: "2026-02-01", to: "2026-02-06" }), 1, "2026-11-01");
  expect(short.map(({ textsIn, textsOut }) => textsIn + textsOut)).toEqual([0, 1, 0, 0, 1, 0]);
  const long = stretchesOf(await reportOf(ben, { from: "2020-01-01", to: "2026-06-30" }), 1, "2026-11-01");
  expect(long[0]).toEqual({ from: "2026-02-02", to: "2026-02-08", textsIn: 1, textsOut: 1 });
  expect(long.at(-1)?.to).toBe("2026-06-30");
  const ahead = stretchesOf(await reportOf(ben, { from: "2026-02-01", to: "2030-01-01" }), 1, "2026-02-08");
  expect(ahead.at(-1)?.to).toBe("2026-02-08");
});
