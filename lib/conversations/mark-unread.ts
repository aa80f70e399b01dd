import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { conversations, reads } from "@/db/schema";
import { conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change, keepBooks } from "../change";
import { OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as MarkUnread };

/** Their newest text is as if it had not been read, for oneself alone; so is a thread in which they have said nothing yet. */
export const markUnread = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    const { id, accountId, name } = await ownConversation(c, viewer, input.conversationId, "messages.read");
    const before = sql`(select ${conversations.inSeq} - 1 from ${conversations} where ${eq(conversations.id, id)})`;
    await c.tx
      .insert(reads)
      .values({ accountId, conversationId: id, memberId: viewer.memberId, upTo: before })
      .onConflictDoUpdate({ target: [reads.memberId, reads.conversationId], set: { upTo: before } });
    c.saidInThread();
    return { name };
  });

/** Whoever has a thread before them has read it so far: it only grows. */
export const markRead = (viewer: Viewer, { id, seq }: { id: string; seq: number }) =>
  keepBooks(async (tx) => {
    const [mine] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(conversationsWithin(viewer, "messages.read"), eq(conversations.id, id)));
    if (!mine) return;
    await tx
      .insert(reads)
      .values({ accountId: viewer.accountId, conversationId: id, memberId: viewer.memberId, upTo: seq })
      .onConflictDoUpdate({
        target: [reads.memberId, reads.conversationId],
        set: { upTo: sql`greatest(${reads.upTo}, excluded.up_to)` },
      });
  });
