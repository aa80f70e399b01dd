import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { conversations, groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { colleaguesOn, keepsLine } from "./colleagues";
import { addEvent } from "./event";
import { conversationId, heldByAnother, ownConversation } from "./own-conversation";

export const HandOver = z.object({ conversationId, memberId: z.uuid("Choose a colleague."), once: fields.once });

/** To a colleague who has the line and may send from it; they see it among theirs, and in the thread from whom. */
export const handOver = (viewer: Viewer, input: z.output<typeof HandOver>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw refused;
    const isKept = await keepsLine(c, input.memberId, conversation.numberId);
    const group = await c.one(
      c.tx.select({ path: groups.path }).from(groups).where(eq(groups.id, conversation.groupId)),
    );
    const able = await colleaguesOn(viewer, { id: conversation.numberId, path: group.path }, c.tx);
    const colleague = isKept && able.find(({ id }) => id === input.memberId);
    if (!colleague) throw new Refused("Choose a colleague who has this line.", { field: "memberId" });
    await c.tx
      .update(conversations)
      .set({ claimedBy: colleague.id, claimedAt: sql`now()` })
      .where(eq(conversations.id, conversation.id));
    await addEvent(c, viewer, conversation, `handed this conversation over to ${colleague.name}`);
    c.record("conversation.handed-over", conversation, { after: { person: colleague.name } });
    return { name: conversation.name, colleague: colleague.name };
  });
