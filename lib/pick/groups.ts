import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { byIndex, db } from "@/db";
import { groups } from "@/db/schema";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { trailsOf } from "../groups/trail";
import { inTreeOrder } from "../groups/tree";
import { searchingIn } from "../text/search";
import type { Choice } from "./choice";
import type { Source } from "./source";

type Within = (viewer: Viewer, about: string | undefined) => SQL | undefined;

/** Groups that the viewer sees, gives roles in, puts numbers in, or adds groups under; or where another may be moved. */
export const groupsSeen = groupSource((viewer) => groupsWithin(viewer, "account.view"));
export const groupsToGive = groupSource((viewer) => groupsWithin(viewer, "users.manage"), { withParents: true });
export const groupsForNumbers = groupSource((viewer) => groupsWithin(viewer, "numbers.manage"));
export const groupsToManage = groupSource((viewer) => groupsWithin(viewer, "groups.manage"));
export const groupsToMoveTo = groupSource((viewer, groupId) =>
  groupId === undefined
    ? sql`false`
    : and(groupsWithin(viewer, "groups.manage"), sql`not ${groups.path} @> array[${groupId}::uuid]`),
);

function groupSource(within: Within, { withParents = false } = {}): Source {
  return {
    async find(viewer, { search, skip, most, about }) {
      const named = searchingIn(sql`groups.name`, search, viewer);
      const begins = desc(sql`strpos(search_form(groups.name), search_form(${search})) = 1`);
      const rows = await rowsWhere(and(within(viewer, about), named))
        .orderBy(begins, asc(groups.name), asc(groups.id))
        .offset(skip)
        .limit(most);
      return placed(viewer, rows);
    },
    async one(viewer, { value, about }) {
      return placed(viewer, await rowsWhere(and(within(viewer, about), eq(groups.id, value))));
    },
    async whole(viewer, { most, about }) {
      // Any of them, then in their order: where there are too many to list, thousands need not be sorted to learn it.
      const some = byIndex.select(columns).from(groups).where(within(viewer, about)).limit(most).as("some");
      const rows = await byIndex.select().from(some).orderBy(asc(some.name), asc(some.id));
      return inTreeOrder(rows).map((row) => {
        const { value, label, parent } = setIn(row);
        return { value, label, ...(withParents && { parent }) };
      });
    },
  };
}

const columns = { id: groups.id, parentId: groups.parentId, name: groups.name, path: groups.path };

const rowsWhere = (where: SQL | undefined) => db.select(columns).from(groups).where(where).$dynamic();

/** Each with the groups above it, as far as the viewer sees them; that all is under the root goes without saying. */
async function placed(viewer: Viewer, rows: { id: string; name: string; path: string[] }[]): Promise<Choice[]> {
  const trails = await trailsOf(viewer, rows);
  return rows.map(({ id, name, path }) => {
    const above = (trails.get(id) ?? []).filter((step) => step.id !== viewer.rootGroupId);
    return {
      value: id,
      label: name,
      path,
      ...(above.length > 0 && { note: above.map((step) => step.name).join(" ▸ ") }),
    };
  });
}

type Node = { id: string; parentId: string | null; name: string; depth: number };

/** A choice of a select, set in by its depth in the tree. The space is one that matching ignores. */
const setIn = ({ id, parentId, name, depth }: Node) => ({
  value: id,
  parent: parentId,
  label: `${"\u2003".repeat(depth)}${name}`,
});
