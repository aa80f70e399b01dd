import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { conversations } from "@/db/schema";
import { conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { heldByAnother, OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as ClaimConversation };

/** One statement judges: of those who claim at the same moment one has it, and the others are told who. */
export const claimConversation = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    const free = and(
      conversationsWithin(viewer, "messages.send"),
      eq(conversations.id, input.conversationId),
      isNull(conversations.claimedBy),
    );
    const judge = async () => {
      const claimed = await c.tx
        .update(conversations)
        .set({ claimedBy: viewer.memberId, claimedAt: sql`now()` })
        .where(free)
        .returning({ id: conversations.id });
      return { claimed, conversation: await ownConversation(c, viewer, input.conversationId) };
    };
    const first = await judge();
    // Whoever had it has released it meanwhile; from now on it is held.
    const { claimed, conversation } = first.conversation.claimedBy ? first : await judge();
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw refused;
    if (claimed.length === 0) return c.unchanged({ name: conversation.name });
    c.record("conversation.claimed", conversation);
    return { name: conversation.name };
  });
