import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { members, users } from "@/db/schema";
import { membersManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { Change, Subject } from "../../change";
import { idList } from "../../id-list";
import type { Reader } from "../../reader";
import { knownPerson, nameOf } from "../known";
import { isOnlyAdminElsewhere } from "../last-admin";
import { lockMembers } from "../managed";

export type Candidate = Awaited<ReturnType<typeof candidates>>[number];

/** Of these ids, those whom the viewer may change, as they are now, by name. The others don't exist. */
export async function candidates(reader: Reader, viewer: Viewer, ids: readonly string[]) {
  const found = await reader
    .select({
      id: members.id,
      accountId: members.accountId,
      userId: members.userId,
      status: members.status,
      products: members.products,
      atHome: sql<boolean>`${users.homeAccountId} = ${members.accountId}`,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      isOnlyAdminElsewhere,
      isSelf: sql<boolean>`${members.id} = ${viewer.memberId}`,
      ...knownPerson,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersManagedBy(viewer), among(members.id, ids)))
    .orderBy(asc(members.nameKey), asc(members.id));
  return found.map((person) => ({ ...person, name: nameOf(person) }));
}

/** The same, by what they are once nobody else is changing them. */
export async function lockedCandidates(c: Change, viewer: Viewer, ids: readonly string[]): Promise<Candidate[]> {
  await lockMembers(c, viewer, among(members.id, ids));
  return candidates(c.tx, viewer, ids);
}

export const among = (column: PgColumn, ids: readonly string[]): SQL => sql`${column} = any(${idList(ids)})`;

export const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id);

export const subjectOf = ({ accountId, id, name }: Candidate): Subject => ({ accountId, id, name });
