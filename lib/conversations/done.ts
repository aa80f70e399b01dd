import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { conversations } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { heldByAnother, OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as MarkDone };

/** Nothing is left to do. Who had it keeps it, for when the customer writes again. */
export const markDone = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw refused;
    if (conversation.closedAt) return c.unchanged({ name: conversation.name });
    await c.tx.update(conversations).set({ closedAt: sql`now()` }).where(eq(conversations.id, conversation.id));
    c.record("conversation.closed", conversation);
    return { name: conversation.name };
  });
