import { count } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import type { Change } from "../change";
import { among } from "../id-list";

/** People go: the conversations they had claimed are free again, the messages they wrote stay. Answers how many, by member. */
export async function releaseConversations(c: Change, memberIds: readonly string[]) {
  const theirs = among(conversations.claimedBy, memberIds);
  const claimed = await c.tx.select({ by: conversations.claimedBy }).from(conversations).where(theirs).for("update");
  await c.tx.update(conversations).set({ claimedBy: null }).where(theirs);
  const kept = await c.tx
    .select({ by: messages.authorId, messages: count() })
    .from(messages)
    .where(among(messages.authorId, memberIds))
    .groupBy(messages.authorId);
  const claims = new Map<string | null, number>();
  for (const { by } of claimed) claims.set(by, (claims.get(by) ?? 0) + 1);
  const written = new Map(kept.map((each) => [each.by, each.messages]));
  return (memberId: string) => ({
    conversationsReleased: claims.get(memberId) ?? 0,
    messagesKept: written.get(memberId) ?? 0,
  });
}
