import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { messages, texts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { conversationId, heldByAnother, ownConversation } from "../own-conversation";

export const CallOff = z.object({ conversationId, messageId: z.uuid("Not found."), once: fields.once });

/** "Don't send": what waits for its time goes nowhere. What has begun to leave is not called back. */
export const callOff = (viewer: Viewer, input: z.output<typeof CallOff>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw refused;
    const [gone] = await c.tx
      .delete(texts)
      .where(
        and(
          eq(texts.conversationId, conversation.id),
          eq(texts.messageId, input.messageId),
          isNotNull(texts.sendAt),
          gt(texts.sendAt, sql`now()`),
          isNull(texts.carrierId),
          isNull(texts.unknownSince),
        ),
      )
      .returning({ id: texts.messageId });
    if (!gone) throw new Refused("It is no longer waiting.");
    await c.tx.update(messages).set({ state: "called off" }).where(eq(messages.id, gone.id));
    c.saidInThread();
    return { name: conversation.name };
  });
