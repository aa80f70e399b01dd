import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { roleAssignments } from "@/db/schema";
import { refuseBeyond } from "../access/can";
import { userTypes } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";

const [endUser, admin] = userTypes;

/** The choice of the forms: a role at the root group. */
export const UserType = z.enum([endUser.value, admin.value], { error: "Choose a user type." });
export type UserType = z.output<typeof UserType>;

type Held = { role: string; groupId: string };

/** Which of the two somebody is; null when their access is more particular than that. */
export function userTypeOf(held: readonly Held[], rootGroupId: string): UserType | null {
  const [only, ...more] = held;
  if (!only || more.length > 0 || only.groupId !== rootGroupId) return null;
  return UserType.safeParse(only.role).data ?? null;
}

export const assignmentsOf = (c: Change, memberId: string) =>
  c.tx
    .select({ role: roleAssignments.role, groupId: roleAssignments.groupId })
    .from(roleAssignments)
    .where(eq(roleAssignments.memberId, memberId));

/** Gives the role at the root, if the viewer may, in place of the other of the two. */
export async function giveUserType(
  c: Change,
  viewer: Viewer,
  { memberId, userType }: { memberId: string; userType: UserType },
) {
  refuseBeyond(viewer, userType, [viewer.rootGroupId]);
  const { accountId, rootGroupId: groupId } = viewer;
  const atRoot = and(eq(roleAssignments.memberId, memberId), eq(roleAssignments.groupId, groupId));
  await c.tx.delete(roleAssignments).where(and(atRoot, inArray(roleAssignments.role, UserType.options)));
  await c.tx.insert(roleAssignments).values({ accountId, memberId, role: userType, groupId });
}
