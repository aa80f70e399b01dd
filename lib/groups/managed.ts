import { and, eq, type SQL } from "drizzle-orm";
import { groups } from "@/db/schema";
import { groupsGivenBy, groupsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";

export type ManagedGroup = Awaited<ReturnType<typeof managedGroup>>;

/** A group that the viewer may change, locked until the change is done; any other is not found. */
export const managedGroup = (c: Change, viewer: Viewer, groupId: string) =>
  c.one(select(c, and(groupsManagedBy(viewer), eq(groups.id, groupId))).for("no key update"));

/** A group in which the viewer may give people roles; it stays where it is in the tree until the change is done. */
export const groupToGive = (c: Change, viewer: Viewer, groupId: string) =>
  c.one(select(c, and(groupsGivenBy(viewer), eq(groups.id, groupId))).for("share"));

const select = (c: Change, where: SQL | undefined) =>
  c.tx
    .select({
      id: groups.id,
      accountId: groups.accountId,
      parentId: groups.parentId,
      name: groups.name,
      isLocation: groups.isLocation,
      path: groups.path,
    })
    .from(groups)
    .where(where)
    .$dynamic();

export const subjectOf = (group: ManagedGroup): Subject => ({
  accountId: group.accountId,
  id: group.id,
  name: group.name,
});
