import { count, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { conversations, messages } from "@/db/schema";
import type { Change } from "../change";
import { among } from "../id-list";

/** How many those people have claimed: so many are free again once they go. */
export const countClaimed = (whose: SQL) => db.$count(conversations, whose);

/**
 * People go: the conversations they had claimed are free again, the messages they wrote stay. Answers which, as they were
 * left, and how many by member.
 */
export async function releaseConversations(c: Change, memberIds: readonly string[]) {
  const theirs = among(conversations.claimedBy, memberIds);
  const claimed = await c.tx
    .select({ id: conversations.id, by: sql<string>`${conversations.claimedBy}` })
    .from(conversations)
    .where(theirs)
    .for("update");
  const free = await c.tx
    .update(conversations)
    .set({ claimedBy: null })
    .where(theirs)
    .returning({ id: conversations.id, revision: conversations.revision });
  const left = new Map(free.map(({ id, revision }) => [id, revision]));
  const claims = claimed.map(({ id, by }) => ({ id, by, revision: left.get(id) ?? 0 }));
  const kept = await c.tx
    .select({ by: messages.authorId, messages: count() })
    .from(messages)
    .where(among(messages.authorId, memberIds))
    .groupBy(messages.authorId);
  const counts = new Map<string, number>();
  for (const { by } of claims) counts.set(by, (counts.get(by) ?? 0) + 1);
  const written = new Map(kept.map((each) => [each.by, each.messages]));
  const leftBy = (memberId: string) => ({
    conversationsReleased: counts.get(memberId) ?? 0,
    messagesKept: written.get(memberId) ?? 0,
  });
  return { claims, leftBy };
}
