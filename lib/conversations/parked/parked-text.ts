import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { texts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { conversationId, heldByAnother, ownConversation } from "../own-conversation";

/** A text of a conversation, of which nobody can tell whether it arrived. */
export const OnParked = z.object({ conversationId, messageId: z.uuid("Not found."), once: fields.once });

/** Held until the change ends. Whoever has the conversation decides about what is parked in it; of one that nobody has, anybody. */
export async function parkedText(c: Change, viewer: Viewer, input: z.output<typeof OnParked>) {
  const conversation = await ownConversation(c, viewer, input.conversationId);
  const refused = heldByAnother(conversation, viewer);
  if (refused) throw refused;
  const [parked] = await c.tx
    .select({ id: texts.messageId })
    .from(texts)
    .where(
      and(eq(texts.conversationId, conversation.id), eq(texts.messageId, input.messageId), isNotNull(texts.parkedAt)),
    )
    .for("update");
  if (!parked) throw new Refused("There is nothing to decide about this text any more.");
  return { conversation, messageId: parked.id };
}
