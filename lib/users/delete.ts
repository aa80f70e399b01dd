import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { conversations, members, messages, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import * as fields from "../fields";
import { keepAnAdmin } from "../members/last-admin";
import { managedLogin, refuseSelf, subjectOf } from "../members/managed";

export const DeleteUser = z.object({ memberId: fields.memberId, once: fields.once });

/**
 * The login and all access go, in every account; the email and username are free. Conversations they had claimed are
 * released; the messages they wrote stay as they are, with their name.
 */
export const deleteUser = (viewer: Viewer, input: z.output<typeof DeleteUser>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedLogin(c, viewer, input.memberId);
    refuseSelf(viewer, member);
    const { name } = subjectOf(member);
    const memberships = await c.tx
      .select({ id: members.id, accountId: members.accountId })
      .from(members)
      .where(eq(members.userId, member.userId))
      .orderBy(members.accountId);
    for (const { id, accountId } of memberships)
      c.record("member.deleted", { accountId, id, name }, await release(c, id));
    await c.tx.delete(users).where(eq(users.id, member.userId));
    // In the order of the accounts, so that two who delete guests of the same accounts don't wait for each other.
    for (const { accountId } of memberships) await keepAnAdmin(c, accountId);
    return { name };
  });

async function release(c: Change, memberId: string) {
  const released = await c.tx
    .update(conversations)
    .set({ claimedBy: null })
    .where(eq(conversations.claimedBy, memberId))
    .returning({ id: conversations.id });
  const [kept] = await c.tx.select({ messages: count() }).from(messages).where(eq(messages.authorId, memberId));
  return { conversationsReleased: released.length, messagesKept: kept?.messages ?? 0 };
}
