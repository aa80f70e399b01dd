import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { conversations, groups } from "@/db/schema";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { NotFound, Refused } from "../errors";
import { keepsLine } from "./colleagues";
import { addEvent } from "./event";
import { OnConversation, ownConversation } from "./own-conversation";

export { OnConversation as TakeOver };

/** Whoever manages the people of the line's group takes it from whoever has it, who reads so in the thread. */
export const takeOver = (viewer: Viewer, input: z.output<typeof OnConversation>) =>
  change(viewer, input.once, async (c) => {
    await keepsLine(c, viewer.memberId, lineOf(input.conversationId));
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const group = await c.one(
      c.tx.select({ path: groups.path }).from(groups).where(eq(groups.id, conversation.groupId)),
    );
    if (!can(viewer, "users.manage", group.path)) throw new NotFound();
    const { claimedBy, holder } = conversation;
    if (claimedBy === viewer.memberId) return c.unchanged({ name: conversation.name });
    if (!claimedBy) throw new Refused("Nobody has this conversation. Claim it.");
    await c.tx
      .update(conversations)
      .set({ claimedBy: viewer.memberId, claimedAt: sql`now()` })
      .where(eq(conversations.id, conversation.id));
    await addEvent(c, viewer, conversation, `took this conversation over from ${holder}`);
    c.record("conversation.taken-over", conversation, { before: { person: holder } });
    return { name: conversation.name };
  });

const lineOf = (conversationId: string) =>
  sql`(select number_id from ${conversations} where id = ${conversationId}::uuid)`;
