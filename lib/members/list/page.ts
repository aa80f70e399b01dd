import { and, type SQL, sql } from "drizzle-orm";
import { literal } from "@/db/naming";
import { members } from "@/db/schema";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { isBackwards, neighbourOf } from "../../paging";
import { fitting } from "./filter";
import type { ListQuery } from "./list-query";
import { beyond, keyOf, neverLoggedIn, orderOf } from "./order";

/**
 * The `id`, sort `key` and `place` of those on a page whom the viewer may see, found by an index of members alone.
 * Sent without a name, so that PostgreSQL plans it for these very values: a rare role is not a common one.
 */
export function pageOf(viewer: Viewer, query: ListQuery, limit: number): SQL {
  const { by, from, status } = query;
  const neighbour = neighbourOf(from);
  const descending = query.descending !== isBackwards(from);
  const wanted = and(
    membersWithin(viewer, "account.view"),
    fitting(viewer, query),
    // They are all at the far end of that order, and the planner does not know it.
    status !== null && status !== "Active" && status !== "Disabled" && by === "last-login" ? neverLoggedIn : undefined,
    neighbour ? beyond(by, neighbour, descending) : undefined,
  );
  const order = orderOf(by, descending);
  return sql`select ${members.id} as id, ${keyOf(by)} as key, row_number() over (order by ${order}) as place
    from ${members} where ${wanted} order by ${order} limit ${literal(limit)}`;
}
