import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { byKey } from "@/db/naming";
import { groups, roleAssignments } from "@/db/schema";
import { refuseBeyond } from "../../access/can";
import { type Role, userTypes } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { groupToGive } from "../../groups/managed-group";

const [endUser, admin] = userTypes;

/** The choice of the forms: a role at the root group. */
export const UserType = z.enum([endUser.value, admin.value], { error: "Choose a user type." });
export type UserType = z.output<typeof UserType>;

type Held = { role: Role; groupId: string };

/** Which of the two somebody is at the root, whatever else they hold; null when neither. */
export function userTypeOf(held: readonly Held[], rootGroupId: string): UserType | null {
  const atRoot = held.filter((a) => a.groupId === rootGroupId).map((a) => a.role);
  return [admin.value, endUser.value].find((type) => atRoot.includes(type)) ?? null;
}

export const assignmentsOf = (c: Change, memberId: string) =>
  byKey(
    c.tx
      .select({ role: roleAssignments.role, groupId: groups.id, group: { id: groups.id, name: groups.name } })
      .from(roleAssignments)
      .innerJoin(groups, eq(groups.id, roleAssignments.groupId))
      .where(eq(roleAssignments.memberId, memberId)),
  );

type Gift = { memberId: string; userType: UserType; groupId?: string | undefined };

/**
 * Gives the role, at the root unless another group is named, if the viewer may; in place of the other of the two. Answers
 * the group's name.
 */
export async function giveUserType(c: Change, viewer: Viewer, { memberId, userType, ...where }: Gift) {
  const { id: groupId, path, name } = await groupToGive(c, viewer, where.groupId ?? viewer.rootGroupId);
  refuseBeyond(viewer, userType, { path, field: "userType" });
  const there = and(eq(roleAssignments.memberId, memberId), eq(roleAssignments.groupId, groupId));
  const taken = await c.tx
    .delete(roleAssignments)
    .where(and(there, inArray(roleAssignments.role, UserType.options)))
    .returning({ role: roleAssignments.role });
  await c.tx.insert(roleAssignments).values({ accountId: viewer.accountId, memberId, role: userType, groupId });
  for (const { role } of taken) c.did({ did: "role.taken", role, groupId, members: [memberId] });
  c.did({ did: "role.given", role: userType, groupId, members: [memberId] });
  return name;
}
