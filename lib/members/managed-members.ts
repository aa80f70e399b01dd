import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { byKey } from "@/db/naming";
import { members, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { NotFound, Refused } from "../errors";
import { among } from "../id-list";
import type { Reader } from "../reader";
import { isOnlyAdminElsewhere } from "./access/keep-an-admin";
import { knownDetails, knownPerson, nameOf } from "./guest-privacy";

export type ManagedMember = Awaited<ReturnType<typeof managedMembers>>[number];

/** Of these ids, those whom the viewer may change, by name. The others don't exist. */
export async function managedMembers(reader: Reader, viewer: Viewer, ids: readonly string[]) {
  const found = await byKey(
    reader
      .select({
        id: members.id,
        accountId: members.accountId,
        userId: users.id,
        homeAccountId: users.homeAccountId,
        hasPassword: sql<boolean>`${users.passwordHash} is not null`,
        isOnlyAdminElsewhere,
        status: members.status,
        products: members.products,
        revision: members.revision,
        defaultNumberId: members.defaultNumberId,
        ...knownPerson,
        ...knownDetails,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(membersWithin(viewer, "users.manage"), among(members.id, ids)))
      .orderBy(asc(members.nameKey), asc(members.id)),
  );
  return found.map((member) => ({ ...member, name: nameOf(member) }));
}

/** The same, locked until the change is done: as they are once nobody else is changing them. */
export async function lockManaged(c: Change, viewer: Viewer, ids: readonly string[]): Promise<ManagedMember[]> {
  await lockMembers(c, viewer, among(members.id, ids));
  return managedMembers(c.tx, viewer, ids);
}

/** One of them; anyone else is not found. */
export const managedMember = (c: Change, viewer: Viewer, memberId: string): Promise<ManagedMember> =>
  c.one(lockManaged(c, viewer, [memberId]));

/** The same where the person's login itself is meant: only their home account may touch that. */
export async function managedLogin(c: Change, viewer: Viewer, memberId: string): Promise<ManagedMember> {
  const member = await managedMember(c, viewer, memberId);
  if (member.homeAccountId !== viewer.accountId) throw new NotFound();
  return member;
}

/**
 * Locks members of the account in the order of their ids, so that two who lock the same people don't wait for each other.
 * Who the viewer may change is asked afterwards, in a statement of its own: one that had to wait for a lock goes on
 * judging by the roles that it saw before.
 */
export const lockMembers = (c: Change, viewer: Viewer, which: SQL) =>
  c.tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.accountId, viewer.accountId), which))
    .orderBy(asc(members.id))
    .for("no key update");

export function refuseSelf(viewer: Viewer, member: { id: string }) {
  if (member.id === viewer.memberId) throw new Refused("You can't do this to yourself. Ask another Admin.");
}
