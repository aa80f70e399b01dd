import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups, members, roleAssignments, users } from "@/db/schema";
import { packCursor } from "@/lib/paging";

export type BenchPage = { path: string; as: "admin" | "lead" };

const PAGE = 25;

/** What is measured: the list in every order and filter, and the pages that explain access. Nothing of a company of one. */
export async function pagesOf(accountId: string, count: number): Promise<Record<string, BenchPage>> {
  if (count < 1000) return {};
  const list = Object.entries(await listQueries(accountId, count));
  // A district is the smallest whose people fill a page in the small company, too.
  const [region, district, store] = [
    await groupAt(accountId, 2),
    await groupAt(accountId, 4),
    await groupAt(accountId, 6),
  ];
  const somebody = await assignedAt(accountId, store);
  const admin = (path: string): BenchPage => ({ path, as: "admin" });
  return {
    ...Object.fromEntries(list.map(([name, query]) => [name, admin(`/admin/users?${query}`)])),
    "group, large": admin(`/admin/users?group=${region}`),
    "group, small": admin(`/admin/users?group=${district}`),
    "group and role": admin(`/admin/users?group=${region}&role=sender`),
    "product Chat": admin("/admin/users?product=chat"),
    "a group's Admin": { path: "/admin/users", as: "lead" },
    "a person's access": admin(`/admin/users/${somebody}`),
    "roles, the matrix": admin("/admin/roles"),
    "groups, the tree": admin("/admin/groups"),
    "a group, inherited": admin(`/admin/groups/${store}?which=inherited`),
  };
}

/** A group on a level of the tree; the root's is 1. */
async function groupAt(accountId: string, level: number): Promise<string> {
  const there = and(eq(groups.accountId, accountId), sql`cardinality(${groups.path}) = ${level}`);
  const [group] = await db.select({ id: groups.id }).from(groups).where(there).orderBy(asc(groups.id)).limit(1);
  if (!group) throw new Error(`no group on level ${level}`);
  return group.id;
}

/** Somebody with a role there; where nobody has one, anybody with a role in the tree. */
async function assignedAt(accountId: string, groupId: string): Promise<string> {
  const [held] = await db
    .select({ memberId: roleAssignments.memberId })
    .from(roleAssignments)
    .where(eq(roleAssignments.accountId, accountId))
    .orderBy(sql`${roleAssignments.groupId} <> ${groupId}`)
    .limit(1);
  if (!held) throw new Error("nobody has a role");
  return held.memberId;
}

async function listQueries(accountId: string, count: number): Promise<Record<string, string>> {
  const page = Math.min(2000, Math.floor(count / PAGE / 2));
  const place = (page - 1) * PAGE;
  const [before] = await db
    .select({ name: members.nameKey, id: members.id })
    .from(members)
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.nameKey), asc(members.id))
    .offset(place - 1)
    .limit(1);
  const [rare] = await db
    .select({ username: users.username })
    .from(users)
    .where(sql`${users.homeAccountId} = ${accountId} and ${users.firstName} = 'Marisol'`)
    .limit(1);
  if (!before || !rare) throw new Error("the company is not as large as it was made");
  return {
    "first page": "",
    "page 2000": `after=${packCursor({ key: [before.name], id: before.id, place })}`,
    "last page": "before=last",
    "status Active": "status=Active",
    "status Pending": "status=Pending",
    "status Disabled": "status=Disabled",
    "role Admin": "role=admin",
    "sort by name, down": "sort=-name",
    "sort by email": "sort=email",
    "sort by status": "sort=status",
    "sort by last login": "sort=last-login",
    "search, one person": `search=${rare.username}`,
    "search, common": "search=silva",
    "search, everybody": "search=people.example",
    "search, nobody": "search=zzqqj",
  };
}
