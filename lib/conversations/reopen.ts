import { eq } from "drizzle-orm";
import type { z } from "zod";
import { conversations } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as ReopenConversation };

/** There is something to do again, for whoever had it. */
export const reopenConversation = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    if (!conversation.closedAt) return c.unchanged({ name: conversation.name });
    await c.tx.update(conversations).set({ closedAt: null }).where(eq(conversations.id, conversation.id));
    c.record("conversation.reopened", conversation);
    return { name: conversation.name };
  });
