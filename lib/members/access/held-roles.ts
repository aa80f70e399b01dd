import { and, eq, or, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { groups, members, roleAssignments } from "@/db/schema";
import { groupsWith } from "@/lib/access/can";
import type { Held } from "@/lib/access/phrases";
import { membersWithin } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";

/** A role held; `group` names its group, unless that is the root. */
export type HeldRole = Held & { group: string | null };

/** The roles of somebody whom the viewer manages, or their own, each with its place as far up as their groups reach. */
export async function heldRoles(viewer: Viewer, memberId: string): Promise<HeldRole[]> {
  const path = sql<{ id: string; name: string }[]>`(select json_agg(json_build_object('id', p.id, 'name', p.name)
    order by cardinality(p.path)) from groups p where p.id = any(${groups.path}))`;
  const rows = await byIndex
    .select({ role: roleAssignments.role, groupId: groups.id, name: groups.name, path })
    .from(roleAssignments)
    .innerJoin(groups, eq(groups.id, roleAssignments.groupId))
    .innerJoin(members, eq(members.id, roleAssignments.memberId))
    .where(and(eq(members.id, memberId), or(membersWithin(viewer, "users.manage"), eq(members.id, viewer.memberId))))
    .orderBy(sql`${groups.parentId} is not null`, roleAssignments.role, groups.name, groups.id);
  const known = groupsWith(viewer, "users.manage");
  return rows.map(({ role, groupId, name, path }) => {
    const atRoot = groupId === viewer.rootGroupId;
    // Not found is -1, which is the last: nothing above it is theirs.
    const from = path.findIndex(({ id }) => known.includes(id));
    const seen = path.slice(from).filter(({ id }) => atRoot || id !== viewer.rootGroupId);
    const place = seen.map((each) => each.name).join(" ▸ ");
    return { role, groupId, path: path.map(({ id }) => id), place, atRoot, group: atRoot ? null : name };
  });
}
