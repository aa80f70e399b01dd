import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { topGroupsWith } from "../../access/can";
import { groupsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { type GroupOption, setIn } from "../../groups/options";
import { inTreeOrder } from "../../groups/tree";
import { idList } from "../../id-list";

/** A select with more choices than these is no help. */
const MOST = 100;

type Node = { id: string; parentId: string | null; name: string; depth: number };

/**
 * The choices of the Group filter: the highest levels of what the viewer sees that fit, and the chosen group wherever it
 * is. `chosen` is null for a group that the viewer doesn't see: as if none had been asked for.
 */
export async function groupsToFilter(viewer: Viewer, asked: string | null) {
  const shown = highest(await topDown(viewer));
  const found = asked && !shown.some(({ id }) => id === asked) ? await below(viewer, asked, shown) : [];
  const all = [...shown, ...found].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const options: GroupOption[] = inTreeOrder(all).map(setIn);
  return { options, chosen: all.some(({ id }) => id === asked) ? asked : null };
}

/** Level by level: what recursion finds first, it answers first. */
const topDown = (viewer: Viewer) =>
  db.execute<Node>(sql`with recursive tree as (
      select id, parent_id, name, 0 as depth from groups
       where account_id = ${viewer.accountId} and id = any(${idList(topGroupsWith(viewer, "account.view"))})
      union all
      select g.id, g.parent_id, g.name, tree.depth + 1 from tree join groups g
        on g.account_id = ${viewer.accountId} and g.parent_id = tree.id)
    select id, parent_id as "parentId", name, depth from tree limit ${MOST + 1}`);

function highest(nodes: Node[]): Node[] {
  const tooDeep = nodes[MOST]?.depth ?? Number.POSITIVE_INFINITY;
  return nodes.filter(({ depth }) => depth < tooDeep);
}

/** The chosen group, hung under the nearest above it that is shown. */
async function below(viewer: Viewer, groupId: string, shown: Node[]): Promise<Node[]> {
  const found = await db
    .select({ id: groups.id, name: groups.name, path: groups.path })
    .from(groups)
    .where(and(groupsWithin(viewer, "account.view"), eq(groups.id, groupId)));
  return found.map(({ path, ...group }) => {
    const parentId = path.findLast((id) => shown.some((each) => each.id === id)) ?? null;
    return { ...group, parentId, depth: 0 };
  });
}
