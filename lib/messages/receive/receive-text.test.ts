import { and, eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished, test, vi } from "vitest";
import { consentEvents, contacts, conversations, inboundStrays, messages, numbers, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { APP, makeLine, textingTests } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { inboundWebhook } from "../../web/api/inbound-webhook";
import { optOut } from "../consent";
import { catchUp } from "./catch-up";
import { receiveText } from "./receive-text";

const { carrier, ...home } = await textingTests();
const { e164, company } = home;
const { accountId } = company;

let made = 0;
const somebody = () => `+1202556${String(1000 + made++)}`;
const sid = () => `SM${made++}x${Math.floor(performance.now() * 1000)}`;

const url = `${APP}/api/webhooks/twilio`;

function posted(fields: Record<string, string>, forge: Partial<ReturnType<typeof signed>> = {}) {
  const { payload, signature } = { ...signed(url, fields), ...forge };
  return inboundWebhook({ url: "/api/webhooks/twilio", headers: { "x-twilio-signature": signature }, body: payload });
}

const thread = async (phone: string) => {
  const [row] = await writeDb
    .select({ conversation: conversations })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(and(eq(contacts.phone, phone), eq(contacts.accountId, accountId)));
  const said = row
    ? await writeDb
        .select()
        .from(messages)
        .where(eq(messages.conversationId, row.conversation.id))
        .orderBy(messages.seq)
    : [];
  return { ...row?.conversation, said };
};

const stopped = async (phone: string) =>
  (
    await writeDb
      .select()
      .from(optOuts)
      .where(and(eq(optOuts.phone, phone), eq(optOuts.accountId, accountId)))
  )[0];

const simulated = { name: "simulated", answersKeywords: false } as const;
const hear = (from: string, body: string, by: Parameters<typeof receiveText>[0] = simulated, at: Date | null = null) =>
  receiveText(by, { carrierId: sid(), from, to: e164, body, media: [], at });

describe("a customer's text", () => {
  test("makes contact and conversation, and is answered with nothing to say", async () => {
    const From = somebody();
    const answer = await posted({ MessageSid: sid(), From, To: e164, Body: "Is it open?\nToday", NumMedia: "0" });
    expect([answer.status, answer.body]).toEqual([200, "<Response/>"]);
    const { said, ...conversation } = await thread(From);
    expect(conversation).toMatchObject({ seq: 1, inSeq: 1, outSeq: 0, preview: "Is it open? Today", claimedBy: null });
    expect(said).toMatchObject([{ direction: "in", body: "Is it open?\nToday", state: null, shownAt: null }]);
  });

  test("is one message, however often and at once it comes", async () => {
    const fields = { MessageSid: sid(), From: somebody(), To: e164, Body: "once" };
    const answers = await Promise.all(Array.from({ length: 100 }, () => posted(fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await thread(fields.From)).said).toHaveLength(1);
  });

  test("of many at once all come into one thread, each at its own place", async () => {
    const From = somebody();
    await Promise.all(Array.from({ length: 10 }, (_, n) => hear(From, `text ${n}`)));
    const { said, seq } = await thread(From);
    expect(said.map((each) => each.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(seq).toBe(10);
  });

  test("to a number that is nobody's is kept, and no error", async () => {
    const fields = { MessageSid: sid(), From: somebody(), To: "+19995550000", Body: "hello?" };
    expect((await posted(fields)).status).toBe(200);
    expect((await posted(fields)).status).toBe(200);
    const kept = await writeDb.select().from(inboundStrays).where(eq(inboundStrays.fromPhone, fields.From));
    expect(kept).toMatchObject([{ toPhone: "+19995550000", body: "hello?" }]);
  });

  test("opens what was done: as theirs who had it, unless they are disabled", async () => {
    for (const place of ["Active", "Disabled"] as const) {
      const who = await (place === "Active" ? company.endUser : company.disabled)({ lines: [home.line] });
      const From = somebody();
      await hear(From, "first");
      const { id = "" } = await thread(From);
      const done = { claimedBy: who.memberId, closedAt: new Date() };
      await writeDb.update(conversations).set(done).where(eq(conversations.id, id));
      await hear(From, "second");
      const claimedBy = place === "Active" ? who.memberId : null;
      expect(await thread(From)).toMatchObject({ closedAt: null, claimedBy });
    }
  });

  it.each([
    ["a bad signature", 403, { signature: "AAAA" }],
    ["no signature", 403, { signature: "" }],
  ])("with %s is refused", async (_, status, forge) => {
    const From = somebody();
    expect((await posted({ MessageSid: sid(), From, To: e164, Body: "x" }, forge)).status).toBe(status);
    expect((await thread(From)).said).toEqual([]);
  });

  test("that is none is refused, and no fault of ours", async () =>
    expect((await posted({ Hello: "x" })).status).toBe(400));
});

describe("a keyword", () => {
  test("ends all texts to them, is answered once, and START takes it back", async () => {
    const From = somebody();
    await hear(From, "STOP.");
    await hear(From, "stop");
    expect(await stopped(From)).toMatchObject({ how: "keyword", reviewBy: null });
    await hear(From, "yes");
    expect(await stopped(From)).toBeDefined();
    await hear(From, "Start");
    expect(await stopped(From)).toBeUndefined();
    await hear(From, "help");
    const said = (await thread(From)).said.map(({ body }) => body);
    expect(said).toEqual([
      ...["STOP.", `You are unsubscribed from ${company.name}. Reply START to get texts again.`],
      ...["stop", "yes", "Start", `You get texts from ${company.name} again.`],
      ...["help", `${company.name} Reply STOP to opt out.`],
    ]);
    const times = (await thread(From)).said.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const events = await writeDb
      .select()
      .from(consentEvents)
      .where(eq(consentEvents.phone, From))
      .orderBy(consentEvents.id);
    expect(events).toMatchObject([
      { kind: "out", words: "STOP.", source: "text" },
      { kind: "out", words: "stop" },
      { kind: "in", words: "Start" },
    ]);
  });

  test("is answered by Twilio itself, and by us in account only", async () => {
    const From = somebody();
    await posted({ MessageSid: sid(), From, To: e164, Body: "Unsubscribe" });
    expect(await stopped(From)).toBeDefined();
    expect((await thread(From)).said).toHaveLength(1);
  });

  test("that begins texts again takes back nothing that was said after it, however late it is heard", async () => {
    const early = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    for (const stop of ["STOP", "please stop texting me"]) {
      const From = somebody();
      await hear(From, stop, simulated, early(10));
      await hear(From, "START", simulated, early(20));
      expect(await stopped(From)).toBeDefined();
      await hear(From, "START", simulated, early(5));
      expect(await stopped(From)).toBeUndefined();
    }
    const byHand = somebody();
    await writeDb.transaction((tx) =>
      optOut(tx, { accountId, phone: byHand }, { how: "by hand", source: "by hand", words: "Rang us" }),
    );
    await hear(byHand, "START", simulated, early(1));
    expect(await stopped(byHand)).toBeDefined();
    await hear(byHand, "START");
    expect(await stopped(byHand)).toBeUndefined();
  });

  test("in ordinary words holds at once, until somebody has looked", async () => {
    const From = somebody();
    await hear(From, "please stop texting me");
    const days = ((await stopped(From))?.reviewBy?.getTime() ?? 0) / 86_400_000 - Date.now() / 86_400_000;
    expect(days).toBeGreaterThan(11.9);
    expect(days).toBeLessThanOrEqual(14);
    expect((await thread(From)).said).toHaveLength(1);
    await hear(From, "STOP");
    expect((await stopped(From))?.reviewBy).toBeNull();
  });
});

const addedLongAgo = ({ id }: { id: string }) =>
  writeDb
    .update(numbers)
    .set({ createdAt: new Date(Date.now() - 7_200_000) })
    .where(eq(numbers.id, id));

test("what came in unheard is asked for, once, in order and with both times", async () => {
  const { company: other, line, e164: number } = await makeLine();
  await addedLongAgo(line);
  const From = somebody();
  const at = (minutes: number) => new Date(Math.floor(Date.now() / 1000 - minutes * 60) * 1000);
  await receiveText(simulated, { carrierId: sid(), from: From, to: number, body: "before", media: [], at: at(80) });
  carrier.comesIn({ from: From, to: number, body: "second", at: at(20) });
  const hourAgo = at(60);
  carrier.comesIn({ from: From, to: number, body: "first", at: hourAgo });
  await catchUp();
  await catchUp();
  const said = await writeDb.select().from(messages).where(eq(messages.numberId, line.id)).orderBy(messages.seq);
  expect(said.map(({ body }) => body)).toEqual(["before", "first", "second"]);
  expect(said[1]).toMatchObject({ at: hourAgo, accountId: other.accountId });
  expect(Math.abs(Number(said[1]?.shownAt) - Date.now())).toBeLessThan(60_000);
});

test("what came in unheard is not lost by a later text that was heard before anybody asked, nor by a list that failed", async () => {
  const { line, e164: number } = await makeLine();
  await writeDb
    .update(numbers)
    .set({ createdAt: new Date(Date.now() - 7_200_000) })
    .where(eq(numbers.id, line.id));
  const From = somebody();
  carrier.comesIn({ from: From, to: number, body: "an hour ago", at: new Date(Date.now() - 3_600_000) });
  await posted({ MessageSid: sid(), From, To: number, Body: "just now" });
  carrier.failWhen(({ fields }) => (fields.get("To") === number ? { status: 500 } : undefined));
  await catchUp();
  carrier.failWhen(() => undefined);
  await catchUp();
  const bodies = async () =>
    (await writeDb.select().from(messages).where(eq(messages.numberId, line.id)).orderBy(messages.seq)).map(
      ({ body }) => body,
    );
  expect(await bodies()).toEqual(["just now", "an hour ago"]);
  const asked = carrier.asked.length;
  await catchUp();
  const since = carrier.asked
    .slice(asked)
    .find(({ fields }) => fields.get("To") === number)
    ?.fields.get("DateSent>");
  expect(Date.now() - Date.parse(since ?? "")).toBeLessThan(15 * 60_000);
  expect(await bodies()).toHaveLength(2);
});

test("when it came is told by the database, whatever the clock of a server says", async () => {
  const began = Date.now();
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ["Date"], now: began + 2 * 86_400_000 });
  const From = somebody();
  await posted({ MessageSid: sid(), From, To: e164, Body: "Is it open?" });
  const { said } = await thread(From);
  expect(said).toMatchObject([{ body: "Is it open?", shownAt: null }]);
  expect(Math.abs(Number(said[0]?.at) - began)).toBeLessThan(60_000);
});
