import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { groupsWith } from "../access/can";
import { allRoles } from "../access/permissions";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** Counted no further than this and one: "1,000+". */
export const MOST = 1000;

/** A person holds each role at a group once: of so many assignments, more than `MOST` are of different people. */
const ENOUGH = (MOST + 1) * allRoles.length;

/** How many people hold a role at the group itself. With a viewer: of those whom the viewer sees. */
export function peopleAt(groupId: SQLWrapper, viewer?: Viewer): SQL<number> {
  const seesAll = !viewer || groupsWith(viewer, "account.view").includes(viewer.rootGroupId);
  const seen = seesAll
    ? sql`true`
    : sql`exists (select from members where members.id = a.member_id and ${membersWithin(viewer, "account.view")})`;
  return sql`(select least(count(distinct found.member_id), ${MOST + 1})::int from
    (select a.member_id from role_assignments a where a.group_id = ${groupId} and ${seen} limit ${ENOUGH}) found)`;
}

export const numbersAt = (groupId: SQLWrapper): SQL<number> =>
  sql`(select count(*)::int from numbers n where n.group_id = ${groupId})`;

export const groupsAt = (groupId: SQLWrapper): SQL<number> =>
  sql`(select count(*)::int from groups c where c.parent_id = ${groupId})`;
