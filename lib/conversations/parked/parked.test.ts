import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { messages, optOuts, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { recordState } from "@/lib/messages/record-state";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { type Desk, deskFor } from "@/tests/support/matrix/conversations";
import { meet } from "@/tests/support/meet";
import { messagesOf } from "../get";
import { leaveParked } from "./leave-parked";
import { sendParked } from "./send-parked";

const parkedOn = ({ talk, parkedId }: Desk) => ({ conversationId: talk.id, messageId: parkedId, once: onceKey() });
const wayOf = async ({ parkedId }: Desk) => (await db.select().from(texts).where(eq(texts.messageId, parkedId)))[0];

test("a text that is sent again is as it was before the first try", async () => {
  const desk = await deskFor({ parked: true });
  await sendParked(await viewerOf(desk.ben), parkedOn(desk));
  expect(await wayOf(desk)).toMatchObject({
    ...{ parkedAt: null, unknownSince: null, searchedAt: null, lease: null, attempts: 0, carrierId: null },
  });
  await expect(sendParked(await viewerOf(desk.ben), parkedOn(desk))).rejects.toThrow("nothing to decide");
});

test("one that is left goes nowhere, and late news of it still counts", async () => {
  const desk = await deskFor({ parked: true });
  const ben = await viewerOf(desk.ben);
  await leaveParked(ben, parkedOn(desk));
  expect(await wayOf(desk)).toBeUndefined();
  const told = async () => (await messagesOf(ben, desk.talk.id, null)).rows.at(-1);
  expect(await told()).toMatchObject({ state: "queued", hasWay: false });
  await recordState({ messageId: desk.parkedId, carrierId: `SM${desk.parkedId}`, state: "delivered", code: null });
  expect(await told()).toMatchObject({ state: "delivered" });
});

test("of two who decide otherwise at once one is heard", async () => {
  const desk = await deskFor({ parked: true });
  const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
  const outcomes = await meet(
    () => sendParked(ben, parkedOn(desk)),
    () => leaveParked(wes, parkedOn(desk)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("nothing goes again to who has opted out meanwhile, nor out of a colleague's conversation", async () => {
  const desk = await deskFor({ parked: true, had: "wes" });
  const again = async (person: "ben" | "wes") => sendParked(await viewerOf(desk[person]), parkedOn(desk));
  await expect(again("ben")).rejects.toThrow(/^Wes Adair has this conversation since /);
  await writeDb.insert(optOuts).values({ accountId: desk.company.accountId, phone: desk.talk.phone, how: "keyword" });
  await expect(again("wes")).rejects.toThrow("Marisol Vega has opted out of texts.");
  const [message] = await db.select().from(messages).where(eq(messages.id, desk.parkedId));
  expect(message?.state).toBe("queued");
});
