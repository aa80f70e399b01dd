import { and, asc, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { inTreeOrder } from "./tree";

/** `parent`: the group right above it. */
export type GroupOption = { value: string; label: string; parent: string | null };
type Node = { id: string; parentId: string | null; name: string; depth: number };

/** A choice of a select, set in by its depth in the tree. The space is one that matching ignores. */
export const setIn = ({ id, parentId, name, depth }: Node): GroupOption => ({
  value: id,
  parent: parentId,
  label: `${"\u2003".repeat(depth)}${name}`,
});

/** The groups of a select, in the order of the tree. */
async function options(where: SQL | undefined): Promise<GroupOption[]> {
  const rows = await db
    .select({ id: groups.id, parentId: groups.parentId, name: groups.name, path: groups.path })
    .from(groups)
    .where(where)
    .orderBy(asc(groups.name), asc(groups.id));
  return inTreeOrder(rows).map(setIn);
}

/** Where the viewer may give people roles. */
export const groupsToGive = (viewer: Viewer) => options(groupsWithin(viewer, "users.manage"));

/** Where the viewer may put numbers. */
export const groupsForNumbers = (viewer: Viewer) => options(groupsWithin(viewer, "numbers.manage"));

/** Where the viewer may add groups. */
export const groupsToManage = (viewer: Viewer) => options(groupsWithin(viewer, "groups.manage"));

/** Where the viewer may move a group: anywhere but under itself. */
const movingTo = (viewer: Viewer, groupId: string) =>
  and(groupsWithin(viewer, "groups.manage"), sql`not ${groups.path} @> array[${groupId}::uuid]`);

export const groupsToMoveTo = (viewer: Viewer, groupId: string) => options(movingTo(viewer, groupId));

/** More than these make a page heavy that mostly is opened for something else. */
const FEW = 200;

/** The same where they are not too many to be offered unasked; otherwise null. */
export async function fewGroupsToMoveTo(viewer: Viewer, groupId: string): Promise<GroupOption[] | null> {
  const where = movingTo(viewer, groupId);
  const found = await db
    .select({ id: groups.id })
    .from(groups)
    .where(where)
    .limit(FEW + 1);
  return found.length > FEW ? null : options(where);
}
