import { and, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { db } from "@/db";
import { groups, members, numbers } from "@/db/schema";
import { holdsEverywhere } from "../access/can";
import { groupsSeenBy, membersManagedBy, numbersSeenBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { among } from "../id-list";
import type { Entry } from "./list";

/** Where events lead: the pages of whom and what they name, as far as it still exists and the viewer may open it. */
export type Pages = Readonly<Record<string, string>>;

export async function pagesOf(viewer: Viewer, entries: readonly Entry[]): Promise<Pages> {
  const named = entries.flatMap(({ actorId, subjectId, others }) => [
    actorId,
    subjectId,
    ...others.map(({ id }) => id),
  ]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  const found = await Promise.all([
    idsAmong(ids, { table: members, id: members.id, where: membersManagedBy(viewer), page: "/admin/users" }),
    idsAmong(ids, { table: groups, id: groups.id, where: groupsSeenBy(viewer), page: "/admin/groups" }),
    idsAmong(ids, { table: numbers, id: numbers.id, where: numbersSeenBy(viewer), page: "/admin/numbers" }),
  ]);
  const company = holdsEverywhere(viewer, "company.manage") ? [[viewer.accountId, "/admin/company"] as const] : [];
  return Object.fromEntries([...company, ...found.flat()]);
}

type Kind = { table: PgTable; id: PgColumn; where: SQL | undefined; page: string };

async function idsAmong(ids: readonly string[], { table, id, where, page }: Kind) {
  const rows = await db
    .select({ id })
    .from(table)
    .where(and(where, among(id, ids)));
  return rows.map((row) => [String(row.id), `${page}/${row.id}`] as const);
}
