import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, it, test } from "vitest";
import { contacts, linePace, messages, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { twilio } from "@/lib/carrier/twilio/twilio";
import { APP, makeLine, messageOf, passTime, queueReply, textingTests, wayOf } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { statusWebhook } from "../../web/api/status-webhook";
import { claimTexts } from "./claim-texts";
import { drainTexts } from "./drain-texts";
import { renewTexts, settleText } from "./settle-text";

const { carrier, ...home } = await textingTests();

let made = 0;
const somebody = () => `+1303556${String(1000 + made++)}`;

/** What has to wait for a line's pace has waited. */
async function drain() {
  for (let n = 0; n < 3; n++) {
    await passTime(5);
    await drainTexts();
  }
}

async function told(messageId: string, carrierId: string, MessageStatus: string, ErrorCode = "") {
  const url = `${APP}/api/webhooks/twilio/status?m=${messageId}`;
  const { payload, signature } = signed(url, { MessageSid: carrierId, MessageStatus, ...(ErrorCode && { ErrorCode }) });
  const asked = { url: url.slice(APP.length), headers: { "x-twilio-signature": signature }, body: payload };
  return (await statusWebhook(asked)).status;
}

describe("a text", () => {
  test("is handed over, and is what the carrier says of it", async () => {
    const to = somebody();
    const id = await queueReply(home, to);
    await drain();
    const [taken] = carrier.sentTo(to);
    expect(taken).toMatchObject({
      from: home.e164,
      body: "Hello",
      callback: `${APP}/api/webhooks/twilio/status?m=${id}`,
    });
    expect(await messageOf(id)).toMatchObject({ state: "handed", carrierId: taken?.sid });
    expect(await wayOf(id)).toMatchObject({ carrierId: taken?.sid, unknownSince: null, lease: null });
    expect(await told(id, taken?.sid ?? "", "delivered")).toBe(200);
    expect(await messageOf(id)).toMatchObject({ state: "delivered", errorCode: null });
    expect(await wayOf(id)).toBeUndefined();
  });

  test("of a conversation leaves after the one before it, also when that has to wait", async () => {
    const to = somebody();
    await queueReply(home, to, "first");
    await queueReply(home, to, "second");
    carrier.failNext({ status: 429, code: 20429, retryAfter: 60 });
    await drain();
    expect(carrier.sentTo(to)).toEqual([]);
    await passTime(60);
    await drain();
    await drain();
    expect(carrier.sentTo(to).map(({ body }) => body)).toEqual(["first", "second"]);
  });

  test("waits on every line and for every worker when the carrier has had enough of one", async () => {
    const other = await makeLine(home.company);
    const [one, two] = [somebody(), somebody()];
    await queueReply(home, one);
    carrier.failNext({ status: 429, code: 20429, retryAfter: 60 });
    await drainTexts();
    await queueReply(other, two);
    const asked = carrier.asked.length;
    await Promise.all([drainTexts(), drainTexts()]);
    expect(carrier.asked).toHaveLength(asked);
    await passTime(61);
    await drain();
    expect([carrier.sentTo(one).length, carrier.sentTo(two).length]).toEqual([1, 1]);
  });

  test("leaves at the pace of its line, in segments, and a reply before a campaign", async () => {
    const slow = await makeLine(home.company);
    const [one, two, three] = [somebody(), somebody(), somebody()];
    const campaign = await queueReply(slow, one, "campaign");
    await writeDb.update(texts).set({ priority: 2 }).where(eq(texts.messageId, campaign));
    const long = await queueReply(slow, two, "long");
    await writeDb.update(messages).set({ segments: 30 }).where(eq(messages.id, long));
    await queueReply(slow, three, "reply");
    await drainTexts();
    expect([carrier.sentTo(two).length, carrier.sentTo(three).length, carrier.sentTo(one).length]).toEqual([1, 0, 0]);
    await passTime(31);
    await drainTexts();
    expect(carrier.sentTo(three)).toHaveLength(1);
    await drain();
    expect(carrier.sentTo(one)).toHaveLength(1);
  });

  it.each([
    [21211, "This number does not exist."],
    [21614, "This is a landline; it can't get texts."],
    [21635, "This is a landline; it can't get texts."],
  ])("that is refused with %i marks the number: %s", async (code, reason) => {
    const to = somebody();
    const id = await queueReply(home, to);
    carrier.failNext({ status: 400, code });
    await drain();
    expect(await messageOf(id)).toMatchObject({ state: "failed", errorCode: code });
    const [contact] = await writeDb.select().from(contacts).where(eq(contacts.phone, to));
    expect(contact).toMatchObject({ unreachableReason: reason, unreachableAt: expect.any(Date) });
  });

  test("waits where the line is at fault, says so, and leaves when it is mended", async () => {
    const line = await makeLine(home.company);
    const to = somebody();
    const id = await queueReply(line, to);
    const trouble = async () =>
      (await writeDb.select().from(linePace).where(eq(linePace.numberId, line.line.id)))[0]?.trouble;
    carrier.failNext({ status: 400, code: 21606 });
    await drain();
    expect([(await messageOf(id)).state, await trouble()]).toEqual(["queued", 21606]);
    await passTime(60);
    await drain();
    expect([(await messageOf(id)).state, await trouble()]).toEqual(["handed", null]);
  });
});

describe("an unclear answer", () => {
  test("is found out by a callback, which brings the carrier's own id", async () => {
    const to = somebody();
    const id = await queueReply(home, to);
    carrier.failNext({ cut: true });
    await drain();
    expect(await wayOf(id)).toMatchObject({ unknownSince: expect.any(Date), carrierId: null });
    await told(id, carrier.sentTo(to)[0]?.sid ?? "", "sent");
    expect(await messageOf(id)).toMatchObject({ state: "sent", carrierId: carrier.sentTo(to)[0]?.sid });
    await passTime(100);
    await drain();
    expect(carrier.sentTo(to)).toHaveLength(1);
  });

  test("is found out by the list, and never sent again", async () => {
    const to = somebody();
    const ids = [await queueReply(home, to, "same words"), await queueReply(home, to, "same words")];
    carrier.failNext({ cut: true });
    await drain();
    await passTime(21);
    await drain();
    await drain();
    expect(carrier.sentTo(to)).toHaveLength(2);
    const theirs = await Promise.all(ids.map(async (id) => (await messageOf(id)).carrierId));
    expect(theirs.sort()).toEqual(
      carrier
        .sentTo(to)
        .map(({ sid }) => sid)
        .sort(),
    );
  });

  test("is sent again after two looks in vain", async () => {
    const to = somebody();
    await queueReply(home, to);
    carrier.failNext({ status: 500 });
    await drain();
    await passTime(21);
    await drain();
    expect(carrier.sentTo(to)).toEqual([]);
    await passTime(60);
    await drain();
    await drain();
    expect(carrier.sentTo(to)).toHaveLength(1);
  });

  test("that the list can't tell within an hour either is left to a person", async () => {
    const to = somebody();
    const id = await queueReply(home, to);
    carrier.failWhen(({ fields }) => (fields.get("To") === to ? { status: 500 } : undefined));
    await drain();
    await passTime(1800);
    await drain();
    expect((await wayOf(id))?.parkedAt).toBeNull();
    await passTime(1900);
    await drain();
    expect((await wayOf(id))?.parkedAt).toEqual(expect.any(Date));
    carrier.failWhen(() => undefined);
    await drain();
    expect(carrier.sentTo(to)).toEqual([]);
  });
});

test("kills between request and answer lose nothing and double nothing", async () => {
  const KILLS = 60;
  const phones = Array.from({ length: KILLS }, somebody);
  for (const to of phones) await queueReply(home, to, `for ${to}`);
  await writeDb.update(linePace).set({ perSecond: 10_000 });
  // A worker claims, asks or has not asked yet, and is gone before it could write anything down.
  let round = 0;
  for (let [text] = await claimTexts(1); text; [text] = await claimTexts(1)) {
    if (round++ % 3 === 0) continue;
    carrier.failNext(...(round % 3 === 0 ? [{ cut: true } as const] : []));
    await twilio.hand(text);
    await passTime(0.001);
  }
  expect(round).toBe(KILLS);
  for (const wait of [21, 60, 5]) {
    await passTime(wait);
    await drain();
  }
  expect(phones.map((to) => carrier.sentTo(to).length)).toEqual(phones.map(() => 1));
  const sent = await writeDb.select().from(messages).where(sql`${messages.body} like 'for +%'`);
  expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(["handed"]));
});

test("whoever has lost the lease writes down nothing but that the carrier took it", async () => {
  const [to, id] = [somebody(), v7()];
  const messageId = await queueReply(home, to);
  await passTime(5);
  const [late] = await claimTexts(1);
  if (late?.id !== messageId) throw new Error("not claimed");
  await writeDb.update(texts).set({ lease: id }).where(eq(texts.messageId, messageId));
  const before = await wayOf(messageId);
  await renewTexts([late]);
  expect(await wayOf(messageId)).toEqual(before);
  await settleText(late, { kind: "refused", code: 21211, error: "" });
  await settleText(late, { kind: "unclear", error: "" });
  expect([(await messageOf(messageId)).state, (await wayOf(messageId))?.lease]).toEqual(["queued", id]);
  await settleText(late, { kind: "accepted", carrierId: "SMlate", state: "handed", code: null });
  expect((await messageOf(messageId)).carrierId).toBe("SMlate");
});
