import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { consentEvents, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { messageOf, passTime, queueReply, textingTests, wayOf } from "@/tests/support/carrier/texting";
import { receiveText } from "../receive/receive-text";
import { recordState } from "../record-state";
import { drainTexts } from "./drain-texts";

const { carrier, ...home } = await textingTests();
const { accountId } = home.company;

let made = 0;
const somebody = () => `+1303557${String(1000 + made++)}`;

async function drain() {
  await passTime(60);
  await drainTexts();
}

const start = (from: string, at: Date | null = null) =>
  receiveText(
    { name: "twilio", answersKeywords: true },
    { carrierId: `SM${from.slice(1)}`, from, to: home.e164, body: "START", media: [], at },
  );

const isOptedOut = async (phone: string) =>
  (
    await writeDb
      .select()
      .from(optOuts)
      .where(and(eq(optOuts.phone, phone), eq(optOuts.accountId, accountId)))
  )[0];

describe("a text", () => {
  test("to who has opted out meanwhile never leaves", async () => {
    const to = somebody();
    const id = await queueReply(home, to);
    await writeDb.insert(optOuts).values({ accountId, phone: to, how: "keyword" });
    await drain();
    expect(carrier.sentTo(to)).toEqual([]);
    expect(await messageOf(id)).toMatchObject({ state: "failed", errorCode: 21610 });
    expect(await wayOf(id)).toBeUndefined();
  });

  test("to who has opted out tells nothing new of them: who did it stays, and what is to be looked at", async () => {
    const reviewBy = new Date(Date.now() + 86_400_000);
    for (const stopped of [{ how: "by hand" } as const, { how: "words", reviewBy } as const]) {
      const to = somebody();
      await queueReply(home, to);
      await writeDb.insert(optOuts).values({ accountId, phone: to, ...stopped });
      await drain();
      expect(await isOptedOut(to)).toMatchObject(stopped);
      expect(await writeDb.$count(consentEvents, eq(consentEvents.phone, to))).toBe(0);
    }
  });

  test("that is refused with 21610 teaches us an opt-out", async () => {
    const to = somebody();
    await queueReply(home, to);
    carrier.failNext({ status: 400, code: 21610 });
    await drain();
    expect(await isOptedOut(to)).toMatchObject({ how: "carrier" });
  });

  test("that is refused with 21610 while they begin again teaches us nothing: their START is newer", async () => {
    const to = somebody();
    await queueReply(home, to);
    carrier.failNext({ status: 400, code: 21610, slow: 1500 });
    const draining = drain();
    await vi.waitFor(() => expect(carrier.sentTo(to)).toHaveLength(1), { timeout: 10_000 });
    await start(to);
    await draining;
    expect(await isOptedOut(to)).toBeUndefined();
  });

  test("that left after their START, and is refused with 21610, teaches us an opt-out, however long before it was written", async () => {
    const to = somebody();
    await queueReply(home, to);
    await start(to);
    carrier.failNext({ status: 400, code: 21610 });
    await drain();
    expect(await isOptedOut(to)).toMatchObject({ how: "carrier" });
  });

  test("that the carrier took, and refuses afterwards, teaches us what their START doesn't know yet", async () => {
    const [early, late] = [somebody(), somebody()];
    const ids = [await queueReply(home, early), await queueReply(home, late)];
    await drain();
    // Brought by the catch-up: it was written before ours had left.
    await start(early, new Date(Date.now() - 3_600_000));
    await start(late);
    for (const messageId of ids) await recordState({ messageId, carrierId: null, state: "failed", code: 21610 });
    expect(await isOptedOut(early)).toMatchObject({ how: "carrier" });
    expect(await isOptedOut(late)).toBeUndefined();
  });
});
