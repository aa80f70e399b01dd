import { and, eq } from "drizzle-orm";
import { groups, roleAssignments } from "@/db/schema";
import { refuseBeyond } from "../access/can";
import type { Role } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { Refused } from "../errors";
import { groupToGive } from "../groups/managed";

export type RoleAt = { role: Role; groupId: string };

/** A role at a group, if the viewer may grant it there; outside their groups nothing is found. False: held already. */
export async function giveRole(
  c: Change,
  viewer: Viewer,
  member: Subject,
  { role, groupId }: RoleAt,
): Promise<boolean> {
  const group = await groupToGive(c, viewer, groupId);
  refuseBeyond(viewer, role, { path: group.path, field: "role" });
  const { accountId, id: memberId } = member;
  const given = await c.tx
    .insert(roleAssignments)
    .values({ accountId, memberId, role, groupId })
    .onConflictDoNothing()
    .returning({ role: roleAssignments.role });
  if (given.length > 0) c.record("role.given", member, { after: { role, group: group.name } });
  return given.length > 0;
}

/**
 * Takes a role that the member holds; the member is one whom the viewer manages. Call `keepAnAdmin` and `keepARole`
 * once all changes to them are made. False: they no longer held it.
 */
export async function takeRole(c: Change, member: Subject, { role, groupId }: RoleAt): Promise<boolean> {
  const [taken] = await c.tx
    .delete(roleAssignments)
    .where(
      and(
        eq(roleAssignments.memberId, member.id),
        eq(roleAssignments.role, role),
        eq(roleAssignments.groupId, groupId),
      ),
    )
    .returning({ groupId: roleAssignments.groupId });
  if (!taken) return false;
  const group = await c.one(c.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId)));
  c.record("role.taken", member, { before: { role, group: group.name } });
  return true;
}

/** Nobody is left without any role: they would stand in no group, and only the Admins of the root would find them. */
export async function keepARole(c: Change, member: Subject): Promise<void> {
  const [held] = await c.tx
    .select({ role: roleAssignments.role })
    .from(roleAssignments)
    .where(eq(roleAssignments.memberId, member.id))
    .limit(1);
  if (!held)
    throw new Refused(`${member.name} would be left without any role. Give another role first, or disable them.`, {
      field: "role",
    });
}
