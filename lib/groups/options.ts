import { asc, type SQL } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { groupsGivenBy, groupsManagedBy, groupsSeenBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { inTreeOrder } from "./tree";

export type GroupOption = { value: string; label: string };

/** The groups of a select, in the order of the tree, set in by their depth. The space is one that matching ignores. */
async function options(where: SQL | undefined): Promise<GroupOption[]> {
  const rows = await db
    .select({ id: groups.id, parentId: groups.parentId, name: groups.name, path: groups.path })
    .from(groups)
    .where(where)
    .orderBy(asc(groups.name), asc(groups.id));
  return inTreeOrder(rows).map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` }));
}

/** Where the viewer may give people roles. */
export const groupsToGive = (viewer: Viewer) => options(groupsGivenBy(viewer));

/** What the viewer sees people of. */
export const groupsToSee = (viewer: Viewer) => options(groupsSeenBy(viewer));

/** Where the viewer may add and move groups. */
export const groupsToManage = (viewer: Viewer) => options(groupsManagedBy(viewer));
