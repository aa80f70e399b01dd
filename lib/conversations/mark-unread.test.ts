import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { reads } from "@/db/schema";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { makeTalk } from "@/tests/support/talk";
import { getConversation } from "./get";
import { inboxQuery } from "./inbox-query";
import { listConversations } from "./list";
import { markRead, markUnread } from "./mark-unread";

test("how far somebody has read only grows, whichever of their pages says so last, until they say otherwise", async () => {
  const desk = await deskFor();
  const ben = await viewerOf(desk.ben);
  const talk = await makeTalk({ line: desk.line, lines: ["one", "two", "three"] });
  const upTo = async () => {
    const mine = and(eq(reads.conversationId, talk.id), eq(reads.memberId, ben.memberId));
    return (await db.select({ upTo: reads.upTo }).from(reads).where(mine)).map((row) => row.upTo);
  };
  const isRead = async () => (await getConversation(ben, talk.id))?.isRead;
  expect(await isRead()).toBe(false);
  for (const seq of [2, 3, 1]) await markRead(ben, { id: talk.id, seq });
  expect(await upTo()).toEqual([3]);
  expect(await isRead()).toBe(true);
  await markUnread(ben, { conversationId: talk.id, once: onceKey() });
  expect(await upTo()).toEqual([2]);
  expect(await isRead()).toBe(false);
});

test("what came before somebody got the line is no news to them, until they say otherwise", async () => {
  const desk = await deskFor();
  const talk = await makeTalk({ line: desk.line });
  const late = await viewerOf(await desk.company.endUser({ lines: [desk.line] }));
  const isUnread = async () =>
    (await listConversations(late, inboxQuery({ view: "all" }))).rows.find(({ id }) => id === talk.id)?.isUnread;
  expect(await isUnread()).toBe(false);
  await markUnread(late, { conversationId: talk.id, once: onceKey() });
  expect(await isUnread()).toBe(true);
});

test("a page of a thread that is not theirs marks nothing", async () => {
  const desk = await deskFor();
  const stranger = await viewerOf(await desk.company.endUser());
  await markRead(stranger, { id: desk.talk.id, seq: 1 });
  expect(await db.select().from(reads).where(eq(reads.conversationId, desk.talk.id))).toEqual([]);
});
