import { and, eq, inArray, sql } from "drizzle-orm";
import { accounts, groups, members, roleAssignments } from "@/db/schema";
import { rolesWith } from "../access/permissions";
import type { Change } from "../change";
import { Refused } from "../errors";

/**
 * An account always has an Active Admin at its root. Called after the change: it takes the account's lock, then counts,
 * so that two Admins who remove each other at once can't both succeed.
 */
export async function keepAnAdmin(c: Change, accountId: string): Promise<void> {
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
  if (!admin)
    throw new Refused("The company would be left without an Active Admin. Make somebody else an Admin first.");
}
