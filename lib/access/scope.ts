import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts, members, numbers } from "@/db/schema";
import { groupsWith } from "./can";
import type { Permission } from "./permissions";
import type { Viewer } from "./viewer";

const nothing = sql`false`;

/** Members all of whose assignments lie under groups where the viewer holds the permission; at the root, everyone. */
function membersUnder(viewer: Viewer, permission: Permission): SQL | undefined {
  const groups = groupsWith(viewer, permission);
  if (groups.length === 0) return nothing;
  const inAccount = eq(members.accountId, viewer.accountId);
  if (groups.includes(viewer.rootGroupId)) return inAccount;
  return and(
    inAccount,
    sql`exists (select from role_assignments a where a.member_id = ${members.id})`,
    sql`not exists (select from role_assignments a join groups g on g.id = a.group_id
      where a.member_id = ${members.id} and not g.path && ${sql.param(groups)}::uuid[])`,
  );
}

/** Who the viewer may see. */
export const membersSeenBy = (viewer: Viewer) => membersUnder(viewer, "account.view");

/** Who the viewer may change. */
export const membersManagedBy = (viewer: Viewer) => membersUnder(viewer, "users.manage");

function numbersUnder(viewer: Viewer, permission: Permission): SQL | undefined {
  const groups = groupsWith(viewer, permission);
  if (groups.length === 0) return nothing;
  const inAccount = eq(numbers.accountId, viewer.accountId);
  if (groups.includes(viewer.rootGroupId)) return inAccount;
  return and(
    inAccount,
    sql`exists (select from groups g where g.id = ${numbers.groupId} and g.path && ${sql.param(groups)}::uuid[])`,
  );
}

export const numbersSeenBy = (viewer: Viewer) => numbersUnder(viewer, "account.view");

export const numbersManagedBy = (viewer: Viewer) => numbersUnder(viewer, "numbers.manage");

/** The account's own row, for those who may change company information: a right that counts at the root alone. */
export const accountManagedBy = (viewer: Viewer) =>
  groupsWith(viewer, "company.manage").includes(viewer.rootGroupId)
    ? inArray(accounts.id, [viewer.accountId])
    : nothing;
