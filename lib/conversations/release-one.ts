import { eq } from "drizzle-orm";
import type { z } from "zod";
import { conversations } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { heldByAnother, OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as ReleaseConversation };

/** It is anybody's again. */
export const releaseConversation = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw refused;
    if (!conversation.claimedBy) return c.unchanged({ name: conversation.name });
    await c.tx.update(conversations).set({ claimedBy: null }).where(eq(conversations.id, conversation.id));
    c.record("conversation.released", conversation);
    return { name: conversation.name };
  });
