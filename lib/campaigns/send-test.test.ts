import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages, numbers, texts, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { held, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { passTime, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { messagesOf } from "../conversations/get";
import { drainTexts } from "../messages/send/drain-texts";
import { countDays } from "../reports/count-days";
import { exportHistory } from "../reports/export-history";
import { historyQuery } from "../reports/history-query";
import { linesAndPeople } from "../reports/lines-and-people";
import { linesQuery } from "../reports/lines-query";
import { listHistory } from "../reports/list-history";
import { getCampaign } from "./get";
import { sendTest } from "./send-test";

const { carrier, company, line } = await textingTests();
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
const PHONE = "+14155550177";

const draft = async (message: string) =>
  makeDraft({ by: ben, line, group: await makeContactGroup(company.accountId, [{}]) }, { message });

test("without a Contact Number there is nobody to send a test to", async () => {
  await expect(sendTest(...(await held(await draft("Hello"), ben)))).rejects.toThrow("your profile has none");
});

test("a test is on one's own telephone and in one's thread, and counts nowhere", async () => {
  await writeDb.update(users).set({ contactNumber: PHONE }).where(eq(users.id, ben.userId));
  const id = await draft("Hello {first name|there}");
  const viewer = await viewerOf(ben);
  expect(await sendTest(...(await held(id, ben)))).toEqual({ phone: PHONE });
  await passTime(60);
  await drainTexts();
  expect(carrier.sentTo(PHONE).map(({ body }) => body)).toEqual(["Hello Ben"]);
  expect(await getCampaign(viewer, id)).toMatchObject({ state: "draft", recipients: 0, sent: 0 });

  const [sent] = await writeDb.select().from(messages).where(eq(messages.body, "Hello Ben"));
  const thread = { conversationId: sent?.conversationId ?? "", accountId: company.accountId, numberId: line.id };
  expect((await messagesOf(viewer, thread.conversationId, null)).rows).toMatchObject([{ isTest: true }]);
  expect((await listHistory(viewer, historyQuery({}))).rows).toEqual([]);
  for await (const lines of exportHistory(viewer, historyQuery({}))) expect(lines).toBe("");
  expect(await linesAndPeople(viewer, linesQuery({}))).toMatchObject({
    all: { textsOut: 0, answers: 0 },
    people: [],
    days: [],
  });

  // They ask from that telephone, test again, and only then is there an answer: that of a colleague.
  const asked = { ...thread, kind: "text", direction: "in", body: "Which sale?" } as const;
  const tested = {
    ...thread,
    kind: "text",
    direction: "out",
    state: "delivered",
    body: "Hello Ben",
    isTest: true,
  } as const;
  const by = { authorId: ben.memberId, authorName: ben.name };
  const at = (hours: number) => new Date(Date.UTC(2026, 1, 3, 18 + hours));
  await writeDb.insert(messages).values([
    { ...asked, seq: 2, at: at(0) },
    { ...tested, ...by, seq: 3, at: at(1) },
    { ...tested, ...by, isTest: false, body: "Ours", seq: 4, at: at(2) },
  ]);
  const told = { all: { textsIn: 1, textsOut: 1, answers: 1, median: 7200 } };
  const february = linesQuery({ from: "2026-02-01", to: "2026-02-28" });
  expect(await linesAndPeople(viewer, february)).toMatchObject(told);
  await countDays();
  expect(await linesAndPeople(viewer, february)).toMatchObject(told);
});

test("a test leaves from no line that is out of service", async () => {
  await writeDb.update(users).set({ contactNumber: PHONE }).where(eq(users.id, ben.userId));
  const id = await draft("Out of service");
  await writeDb.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, line.id));
  const refused = expect(sendTest(...(await held(id, ben)))).rejects;
  await refused.toThrow("Its line is out of service. Choose another one.");
  await writeDb.update(numbers).set({ disabledAt: null }).where(eq(numbers.id, line.id));
});

test("thirty tests an hour are the most of one person, of whatever campaigns, and of no other person", async () => {
  const [cara, dora] = [await company.endUser({ lines: [line] }), await company.endUser({ lines: [line] })];
  const ids = [await draft("One"), await draft("Another")];
  const ask = async (by: typeof cara, at: number) =>
    sendTest(await viewerOf(by), { campaignId: ids[at % 2] ?? "", once: onceKey() });
  for (const { userId, phone } of [
    { userId: cara.userId, phone: "+14155550171" },
    { userId: dora.userId, phone: "+14155550172" },
  ])
    await writeDb.update(users).set({ contactNumber: phone }).where(eq(users.id, userId));
  const outcomes = await Promise.allSettled(Array.from({ length: 34 }, (_, at) => ask(cara, at)));
  const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
  expect(refused).toEqual(
    Array(4).fill("Refused: You have sent 30 tests within an hour, which is the most. Try again later."),
  );
  expect(await writeDb.$count(texts, eq(texts.toPhone, "+14155550171"))).toBe(30);
  await ask(dora, 0);
});
