import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../access/permissions";
import type { Reader } from "../reader";

type Invited = { accountId: string; invitedBy: string | null };

/** Who looks after an invitation: the Admin who sent it, if they still may; else the one who has been an Admin longest. */
export async function invitingAdmin(reader: Reader, { accountId, invitedBy }: Invited) {
  const theirs = sql`${members.id} is not distinct from ${invitedBy}::uuid`;
  const [admin] = await reader
    .select({ memberId: members.id, firstName: users.firstName, lastName: users.lastName, email: users.email })
    .from(roleAssignments)
    .innerJoin(members, eq(members.id, roleAssignments.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(groups, eq(groups.id, roleAssignments.groupId))
    .where(
      and(
        eq(roleAssignments.accountId, accountId),
        inArray(roleAssignments.role, [...rolesWith("users.manage")]),
        eq(members.status, "Active"),
        or(theirs, isNull(groups.parentId)),
      ),
    )
    .orderBy(sql`not (${theirs})`, members.acceptedAt, members.id)
    .limit(1);
  return admin;
}
