import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts, groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";

const LEFT_WITHOUT = "The company would be left without an Active Admin. Make somebody else an Admin first.";

/**
 * An account always has an Active Admin at its root. Called after the change: it takes the account's lock, then counts,
 * so that two Admins who remove each other at once can't both succeed.
 */
export async function keepAnAdmin(c: Change, accountId: string, otherwise = LEFT_WITHOUT): Promise<void> {
  await c.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("no key update");
  const [admin] = await c.tx
    .select({ id: members.id })
    .from(roleAssignments)
    .innerJoin(members, eq(members.id, roleAssignments.memberId))
    .innerJoin(groups, and(eq(groups.id, roleAssignments.groupId), sql`${groups.parentId} is null`))
    .where(
      and(
        eq(roleAssignments.accountId, accountId),
        inArray(roleAssignments.role, [...rolesWith("users.manage")]),
        eq(members.status, "Active"),
      ),
    )
    .limit(1);
  if (!admin) throw new Refused(otherwise);
}

/**
 * Whether a person's login is all that another company has for an Active Admin. For queries that join members and users:
 * deleting the login would leave that company without one. It is not said which.
 */
export const isOnlyAdminElsewhere = sql<boolean>`exists (select from members there
  where there.user_id = ${users.id} and there.account_id <> ${members.accountId}
    and ${hasAdmin(sql`there.account_id`, sql`m.id = there.id`)}
    and not ${hasAdmin(sql`there.account_id`, sql`m.id <> there.id`)})`;

/** Whether somebody besides this person looks after the whole company, and could let them in again. */
export const hasAnotherAdmin = ({ accountId, memberId }: Viewer) =>
  hasAdmin(sql`${accountId}`, sql`m.id <> ${memberId}`);

function hasAdmin(accountId: SQL, which: SQL) {
  const roles = sql.param([...rolesWith("users.manage")]);
  return sql<boolean>`exists (select from role_assignments a join members m on m.id = a.member_id
    join groups g on g.id = a.group_id and g.parent_id is null
    where a.account_id = ${accountId} and a.role = any(${roles}::text[]) and m.status = 'Active' and ${which})`;
}
