import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts, groups, members, numbers } from "@/db/schema";
import { idList } from "../id-list";
import { groupsWith, pathOf, topGroupsWith } from "./can";
import type { Permission } from "./permissions";
import { underPath } from "./under-path";
import type { Viewer } from "./viewer";

const nothing = sql`false`;

/**
 * Members all of whose assignments lie under groups where the viewer holds the permission; at the root, everyone. What
 * all of somebody's paths share is kept beside them, so one such group is a stretch of an index. Roles spread over several
 * of the viewer's groups share nothing that the viewer holds: then the assignments are asked.
 */
function membersUnder(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(members.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  const [top, ...others] = topGroupsWith(viewer, permission);
  if (top && others.length === 0) return and(inAccount, underPath(members.within, pathOf(viewer, top)));
  // An aggregate, so that it is asked of those found and not of all assignments there are.
  const eachUnder = sql`(select bool_and(g.path && ${idList(held)}) from role_assignments a join groups g on g.id = a.group_id
      where a.member_id = ${members.id})`;
  return and(
    inAccount,
    sql`${members.groupIds} && ${idList(held)}`,
    sql`case when ${members.within} && ${idList(held)} then true else ${eachUnder} end`,
  );
}

/** Members with a role somewhere in a group or under it. */
export const assignedUnder = (groupId: string) => sql`${members.groupIds} @> ${idList([groupId])}`;

/** Who the viewer may see. */
export const membersSeenBy = (viewer: Viewer) => membersUnder(viewer, "account.view");

/** Who the viewer may change. */
export const membersManagedBy = (viewer: Viewer) => membersUnder(viewer, "users.manage");

/** Whose history the viewer may read. */
export const membersAuditedBy = (viewer: Viewer) => membersUnder(viewer, "audit.view");

/** Groups where the viewer holds the permission, and those under them. */
function groupsUnder(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(groups.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  return and(inAccount, sql`${groups.path} && ${idList(held)}`);
}

export const groupsSeenBy = (viewer: Viewer) => groupsUnder(viewer, "account.view");

export const groupsManagedBy = (viewer: Viewer) => groupsUnder(viewer, "groups.manage");

/** Where the viewer may give people roles. */
export const groupsGivenBy = (viewer: Viewer) => groupsUnder(viewer, "users.manage");

/** Where the viewer may put numbers. */
export const groupsNumberedBy = (viewer: Viewer) => groupsUnder(viewer, "numbers.manage");

export const groupsAuditedBy = (viewer: Viewer) => groupsUnder(viewer, "audit.view");

function numbersUnder(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(numbers.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  return and(
    inAccount,
    sql`exists (select from groups g where g.id = ${numbers.groupId} and g.path && ${idList(held)})`,
  );
}

export const numbersSeenBy = (viewer: Viewer) => numbersUnder(viewer, "account.view");

export const numbersManagedBy = (viewer: Viewer) => numbersUnder(viewer, "numbers.manage");

export const numbersAuditedBy = (viewer: Viewer) => numbersUnder(viewer, "audit.view");

/** The account's own row, for those who may change company information: a right that counts at the root alone. */
export const accountManagedBy = (viewer: Viewer) =>
  groupsWith(viewer, "company.manage").includes(viewer.rootGroupId)
    ? inArray(accounts.id, [viewer.accountId])
    : nothing;
