import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { numbers, texts } from "@/db/schema";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { messagesOf } from "@/tests/support/talk";
import { Refused } from "../../errors";
import { receiveText } from "../../messages/receive/receive-text";
import { Reply, reply } from "../reply";
import { callOff } from "./call-off";

async function writer() {
  const desk = await deskFor();
  const ben = await viewerOf(desk.ben);
  const say = (form: object) => {
    const whole = { conversationId: desk.talk.id, message: "Good morning", outSeq: "0", once: onceKey(), ...form };
    return reply(ben, Reply.parse(whole));
  };
  return { desk, ben, say };
}

test("a text goes at the time that its writer's clocks show, and only to come", async () => {
  const { desk, say } = await writer();
  const year = new Date().getUTCFullYear() + 1;
  for (const [sendAt, words] of [
    ["", "Choose a date and a time."],
    ["2020-01-01T09:00", "Choose a time that is still to come."],
    [`${year + 2}-01-01T09:00`, "Choose a time within a year."],
  ])
    await expect(say({ later: "yes", sendAt })).rejects.toMatchObject({ field: "sendAt", message: words });
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  await say({ later: "yes", sendAt: soon });
  const [way] = await db.select().from(texts).where(eq(texts.conversationId, desk.talk.id));
  expect(way?.nextAt).toEqual(way?.sendAt);
  // The cast is in Los Angeles.
  expect((way?.sendAt?.getTime() ?? 0) - Date.parse(`${soon}Z`)).toBeGreaterThanOrEqual(7 * 3_600_000);
});

test("with a time and neither button, as by Enter in its field, it waits; without one it goes", async () => {
  const { desk, say } = await writer();
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  await say({ sendAt: "" });
  await expect(say({ sendAt: "2020-01-01T09:00", outSeq: "2" })).rejects.toMatchObject({ field: "sendAt" });
  await say({ sendAt: soon, outSeq: "2" });
  const ways = await db.select().from(texts).where(eq(texts.conversationId, desk.talk.id));
  expect(ways.map(({ sendAt }) => sendAt !== null).sort()).toEqual([false, true]);
});

test("what waits is called off once, and what was typed beside Send changes nothing", async () => {
  const { desk, ben, say } = await writer();
  await say({ now: "yes", sendAt: "2020-01-01T09:00" });
  const [, sent] = await messagesOf(desk.talk);
  const at = (messageId = "") => ({ conversationId: desk.talk.id, messageId, once: onceKey() });
  await expect(callOff(ben, at(sent?.id))).rejects.toThrow(Refused);
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  await say({ later: "yes", sendAt: soon, outSeq: "2" });
  const waiting = (await messagesOf(desk.talk))[2];
  await callOff(ben, at(waiting?.id));
  expect((await messagesOf(desk.talk)).map(({ state }) => state)).toEqual([null, "queued", "called off"]);
  await expect(callOff(ben, at(waiting?.id))).rejects.toThrow("It is no longer waiting.");
});

test("an answer of the customer's calls off what waits for its time, and nothing else", async () => {
  const { desk, say } = await writer();
  await say({});
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  await say({ later: "yes", sendAt: soon, outSeq: "2", message: "Good morning again" });
  const [line] = await db.select({ e164: numbers.e164 }).from(numbers).where(eq(numbers.id, desk.line.id));
  const text = { carrierId: `SM${onceKey()}`, from: desk.talk.phone, to: line?.e164 ?? "", body: "Hi", media: [] };
  await receiveText({ name: "simulated", answersKeywords: false }, { ...text, at: null });
  expect((await messagesOf(desk.talk)).map(({ state }) => state)).toEqual([null, "queued", "called off", null]);
  const left = await db.select().from(texts).where(eq(texts.conversationId, desk.talk.id));
  expect(left.map(({ sendAt }) => sendAt)).toEqual([null]);
});

test("the same words twice within ten seconds are one text, also to a thread that has moved; a colleague's are another", async () => {
  const { desk, say } = await writer();
  await say({});
  await say({});
  await say({ outSeq: "2" });
  expect(await messagesOf(desk.talk)).toHaveLength(2);
  await say({ message: "And again", outSeq: "2" });
  const wes = await viewerOf(desk.wes);
  const form = { conversationId: desk.talk.id, message: "And again", outSeq: "2", anyway: "3", once: onceKey() };
  await reply(wes, Reply.parse(form));
  expect(await messagesOf(desk.talk)).toHaveLength(4);
});
