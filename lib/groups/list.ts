import { and, asc, count, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { topGroupsWith } from "../access/can";
import { groupsWithin } from "../access/scope";
import { underGroup } from "../access/under-path";
import type { Viewer } from "../access/viewer";
import { groupsAt, numbersAt, peopleAt } from "./counts";
import { asTree, type Branch } from "./tree";

/** More than these on one page nobody reads. */
const MOST_GROUPS = 200;

export type GroupLine = Awaited<ReturnType<typeof linesOf>>[number];
export type GroupTree = { branches: Branch<GroupLine>[]; shown: number; total: number };

/**
 * The tree as the viewer sees it, or what of it is under one of its groups. Of more than 200 groups the highest levels
 * that fit: what is below is counted, and shown by each group's own page.
 */
export async function listGroups(viewer: Viewer, under?: string): Promise<GroupTree> {
  const tops = under ? [under] : topGroupsWith(viewer, "account.view");
  const level = sql<number>`cardinality(groups.path) - (select min(array_position(groups.path, t)) from unnest(${sql.param(tops)}::uuid[]) t)`;
  const wanted = and(
    groupsWithin(viewer, "account.view"),
    under ? and(underGroup(groups.path, under), ne(groups.id, under)) : undefined,
  );
  const levels = await db.select({ level, count: count() }).from(groups).where(wanted).groupBy(sql`1`).orderBy(sql`1`);
  const rows = await linesOf(viewer, {
    where: and(wanted, sql`${level} <= ${lowestThatFits(levels)}`),
    order: [level],
    most: MOST_GROUPS,
  });
  const total = levels.reduce((sum, each) => sum + each.count, 0);
  return { branches: asTree(rows), shown: rows.length, total };
}

/** The first two levels in any case, as much of them as there is room for. */
function lowestThatFits(levels: readonly { level: number; count: number }[]): number {
  let room = MOST_GROUPS;
  const fitting = levels.filter((each) => {
    room -= each.count;
    return room >= 0;
  });
  return Math.max(fitting.at(-1)?.level ?? 0, 1);
}

type Wish = { where: SQL | undefined; order: SQL[]; most: number };

/** One line each. `people` and `numbers` are those of the group itself, `below` its sub-groups. */
export const linesOf = (viewer: Viewer, { where, order, most }: Wish) =>
  db
    .select({
      id: groups.id,
      parentId: groups.parentId,
      name: groups.name,
      isLocation: groups.isLocation,
      path: groups.path,
      people: peopleAt(sql`groups.id`, viewer),
      numbers: numbersAt(sql`groups.id`),
      below: groupsAt(sql`groups.id`),
    })
    .from(groups)
    .where(where)
    .orderBy(...order, asc(groups.name), asc(groups.id))
    .limit(most)
    .$dynamic();
