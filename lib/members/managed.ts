import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { NotFound, Refused } from "../errors";
import { knownDetails, knownPerson, nameOf } from "./known";

export type ManagedMember = Awaited<ReturnType<typeof managedMember>>;

/** A member whom the viewer may change, locked until the change is done; anyone else is not found. */
export async function managedMember(c: Change, viewer: Viewer, memberId: string) {
  await lockMembers(c, viewer, eq(members.id, memberId));
  return c.one(select(c).where(and(membersManagedBy(viewer), eq(members.id, memberId))));
}

/** The same where the person's login itself is meant: only their home account may touch that. */
export async function managedLogin(c: Change, viewer: Viewer, memberId: string) {
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

/** Before a limit is counted: whoever may not change the member must not use it up for those who may. */
export async function refuseUnmanaged(viewer: Viewer, memberId: string): Promise<void> {
  const theirs = and(membersManagedBy(viewer), eq(members.id, memberId));
  const found = await db.select({ id: members.id }).from(members).where(theirs);
  if (found.length === 0) throw new NotFound();
}

const select = (c: Change) =>
  c.tx
    .select({
      id: members.id,
      accountId: members.accountId,
      userId: users.id,
      homeAccountId: users.homeAccountId,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      status: members.status,
      revision: members.revision,
      defaultNumberId: members.defaultNumberId,
      ...knownPerson,
      ...knownDetails,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .$dynamic();

export const subjectOf = (
  member: Pick<ManagedMember, "accountId" | "id" | "firstName" | "lastName" | "email">,
): Subject => ({
  accountId: member.accountId,
  id: member.id,
  name: nameOf(member),
});

export function refuseSelf(viewer: Viewer, member: { id: string }) {
  if (member.id === viewer.memberId) throw new Refused("You can't do this to yourself. Ask another Admin.");
}
