import { and, eq, type SQL } from "drizzle-orm";
import { accounts, groups } from "@/db/schema";
import { can } from "../access/can";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { NotFound } from "../errors";

export type ManagedGroup = Awaited<ReturnType<typeof managedGroup>>;

/**
 * Who changes the tree takes turns on the account's row, as the database itself does while it keeps the paths. Before any
 * group is locked, so that two of them don't wait for each other.
 */
export async function takeTurn(c: Change, viewer: Viewer): Promise<void> {
  if (!can(viewer, "groups.manage")) throw new NotFound();
  await c.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, viewer.accountId)).for("no key update");
}

/** A group that the viewer may change, locked until the change is done; any other is not found. */
export const managedGroup = (c: Change, viewer: Viewer, groupId: string) =>
  c.one(select(c, and(groupsWithin(viewer, "groups.manage"), eq(groups.id, groupId))).for("no key update"));

/** A group in which the viewer may give people roles; it stays where it is in the tree until the change is done. */
export const groupToGive = (c: Change, viewer: Viewer, groupId: string) =>
  c.one(select(c, and(groupsWithin(viewer, "users.manage"), eq(groups.id, groupId))).for("share"));

/** A group in which the viewer may put numbers; it stays until the change is done. */
export const groupForNumbers = (c: Change, viewer: Viewer, groupId: string) =>
  c.one(select(c, and(groupsWithin(viewer, "numbers.manage"), eq(groups.id, groupId))).for("share"));

const select = (c: Change, where: SQL | undefined) =>
  c.tx
    .select({
      id: groups.id,
      accountId: groups.accountId,
      parentId: groups.parentId,
      name: groups.name,
      isLocation: groups.isLocation,
      path: groups.path,
      revision: groups.revision,
    })
    .from(groups)
    .where(where)
    .$dynamic();

export const subjectOf = (group: Pick<ManagedGroup, "accountId" | "id" | "name">): Subject => ({
  accountId: group.accountId,
  id: group.id,
  name: group.name,
});
