import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { countedPage } from "../paging";
import { searchingIn } from "../text/search";
import { numbersAt, peopleAt } from "./counts";
import type { GroupSort, GroupsQuery } from "./groups-query";
import { linesOf } from "./list";
import { trailsOf } from "./trail";

/** A page of the groups that the viewer sees and that fit what is asked for, each with those above it. */
export async function findGroups(viewer: Viewer, query: GroupsQuery) {
  const wanted = and(groupsWithin(viewer, "account.view"), fitting(viewer, query));
  const { page, size } = query;
  const [lines, [counted]] = await Promise.all([
    linesOf(viewer, { where: wanted, order: orderOf(viewer, query), most: size }).offset((page - 1) * size),
    db.select({ total: count() }).from(groups).where(wanted),
  ]);
  const trails = await trailsOf(viewer, lines);
  const rows = lines.map((line) => ({ ...line, trail: trails.get(line.id) ?? [] }));
  return countedPage(rows, { page, size, total: counted?.total ?? 0 });
}

/** With every word somewhere in their name, in any case. */
const fitting = (viewer: Viewer, { search, kind, people, numbers }: GroupsQuery): SQL | undefined =>
  and(
    searchingIn(sql`groups.name`, search, viewer),
    kind ? eq(groups.isLocation, kind === "location") : undefined,
    people ? amountIs(people, peopleAt(sql`groups.id`, viewer)) : undefined,
    numbers ? amountIs(numbers, numbersAt(sql`groups.id`)) : undefined,
  );

const amountIs = (wished: "none" | "some", counted: SQL) =>
  wished === "none" ? sql`${counted} = 0` : sql`${counted} > 0`;

function orderOf(viewer: Viewer, { by, descending }: GroupsQuery): SQL[] {
  const columns: Record<GroupSort, SQL[]> = {
    tree: [],
    name: [],
    people: [peopleAt(sql`groups.id`, viewer)],
    numbers: [numbersAt(sql`groups.id`)],
  };
  const turned = descending ? desc : asc;
  // As many are told apart by their name, which goes on as people read.
  return [...columns[by].map(turned), ...(by === "name" ? [turned(groups.name)] : [])];
}
