import { count, eq } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import type { Change } from "../change";

/** Somebody goes: the conversations they had claimed are free again, the messages they wrote stay. Answers how many of each. */
export async function releaseConversations(c: Change, memberId: string) {
  const released = await c.tx
    .update(conversations)
    .set({ claimedBy: null })
    .where(eq(conversations.claimedBy, memberId))
    .returning({ id: conversations.id });
  const [kept] = await c.tx.select({ messages: count() }).from(messages).where(eq(messages.authorId, memberId));
  return { conversationsReleased: released.length, messagesKept: kept?.messages ?? 0 };
}
