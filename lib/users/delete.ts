import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { members, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change, type Together } from "../change";
import { releaseConversations } from "../conversations/release";
import * as fields from "../fields";
import { among, idsOf } from "../id-list";
import { keepAnAdmin } from "../members/access/keep-an-admin";
import { onlyAdminElsewhere, refuseUnfit } from "../members/acts";
import { knownPerson, nameOf } from "../members/guest-privacy";
import { type ManagedMember, managedLogin } from "../members/managed-members";
import { decideWithMembers } from "../outbox/decide-lost";

export const DeleteUser = z.object({ memberId: fields.memberId, once: fields.once });

export const deleteUser = (viewer: Viewer, input: z.output<typeof DeleteUser>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedLogin(c, viewer, input.memberId);
    await deleteLogins(c, viewer, [member]);
    return { name: member.name };
  });

/** Each alone would leave another; all of them together would not. */
const TOGETHER =
  "Some of them are together the only Admins of another company. They have to make somebody else an Admin there first.";

/**
 * Their logins and all access go, in every account, each with its own line of history; emails and usernames are free.
 * Conversations they had claimed are released; the messages they wrote stay as they are, with their names.
 */
export async function deleteLogins(c: Change, viewer: Viewer, people: readonly ManagedMember[], together?: Together) {
  refuseUnfit("delete", viewer, people);
  const userIds = people.map(({ userId }) => userId);
  // Whoever invites them as guests right now has done so, or finds them gone.
  await c.tx.select({ id: users.id }).from(users).where(among(users.id, userIds)).orderBy(asc(users.id)).for("update");
  const memberships = await c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(among(members.userId, userIds))
    .orderBy(asc(members.id))
    .for("no key update", { of: members });
  const { leftBy } = await releaseConversations(c, idsOf(memberships));
  for (const { id, accountId, ...person } of memberships)
    c.record("member.deleted", { accountId, id, name: nameOf(person) }, leftBy(id), together);
  await c.tx.delete(users).where(among(users.id, userIds));
  await decideWithMembers(c, idsOf(memberships));
  const [only, ...others] = people;
  const elsewhere = only && others.length === 0 ? onlyAdminElsewhere(only) : TOGETHER;
  // In the order of the accounts, so that two who delete guests of the same accounts don't wait for each other.
  for (const accountId of [...new Set(memberships.map((each) => each.accountId))].sort())
    await keepAnAdmin(c, accountId, accountId === viewer.accountId ? undefined : elsewhere);
}
