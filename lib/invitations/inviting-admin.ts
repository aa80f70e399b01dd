import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../access/permissions";
import type { Reader } from "../reader";

type Invited = { accountId: string; memberId: string; invitedBy: string | null };

const admins = [...rolesWith("users.manage")];

/** Whether all that somebody holds lies where a member manages people: of whom they don't see nobody is told. */
const managesAllOf = (
  memberId: string,
) => sql`not exists (select from role_assignments a join groups g on g.id = a.group_id
  where a.member_id = ${memberId}::uuid and not exists (select from role_assignments own where own.member_id = ${members.id}
    and own.role = any(${sql.param(admins)}::text[]) and g.path @> array[own.group_id]))`;

/** Who looks after an invitation: the Admin who sent it, if they still may; else the one who has been an Admin longest. */
export async function invitingAdmin(reader: Reader, { accountId, memberId, invitedBy }: Invited) {
  const theirs = sql`(${members.id} is not distinct from ${invitedBy}::uuid and ${managesAllOf(memberId)})`;
  const [admin] = await reader
    .select({ memberId: members.id, firstName: users.firstName, lastName: users.lastName, email: users.email })
    .from(roleAssignments)
    .innerJoin(members, eq(members.id, roleAssignments.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(groups, eq(groups.id, roleAssignments.groupId))
    .where(
      and(
        eq(roleAssignments.accountId, accountId),
        inArray(roleAssignments.role, admins),
        eq(members.status, "Active"),
        or(theirs, isNull(groups.parentId)),
      ),
    )
    .orderBy(sql`not (${theirs})`, members.acceptedAt, members.id)
    .limit(1);
  return admin;
}
