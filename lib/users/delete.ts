import { eq } from "drizzle-orm";
import { z } from "zod";
import { members, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { releaseConversations } from "../conversations/release";
import * as fields from "../fields";
import { knownPerson } from "../members/known";
import { keepAnAdmin } from "../members/last-admin";
import { type ManagedMember, managedLogin, refuseSelf, subjectOf } from "../members/managed";

export const DeleteUser = z.object({ memberId: fields.memberId, once: fields.once });

/**
 * The login and all access go, in every account; the email and username are free. Conversations they had claimed are
 * released; the messages they wrote stay as they are, with their name.
 */
export const deleteUser = (viewer: Viewer, input: z.output<typeof DeleteUser>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedLogin(c, viewer, input.memberId);
    refuseSelf(viewer, member);
    await removeLogin(c, member);
    return { name: subjectOf(member).name };
  });

/** The same inside another change; guests' accounts each have their own line of history. */
export async function removeLogin(c: Change, member: ManagedMember): Promise<void> {
  // Whoever invites them as a guest right now has done so, or finds them gone.
  await c.tx.select({ id: users.id }).from(users).where(eq(users.id, member.userId)).for("update");
  const memberships = await c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.userId, member.userId))
    .orderBy(members.accountId);
  for (const membership of memberships)
    c.record("member.deleted", subjectOf(membership), await releaseConversations(c, membership.id));
  await c.tx.delete(users).where(eq(users.id, member.userId));
  // In the order of the accounts, so that two who delete guests of the same accounts don't wait for each other.
  const { name } = subjectOf(member);
  const elsewhere = `${name} is the only Admin of another company. They have to make somebody else an Admin there first.`;
  for (const { accountId } of memberships)
    await keepAnAdmin(c, accountId, accountId === member.accountId ? undefined : elsewhere);
}
