import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { idList } from "../id-list";

/** Sorts behind every id that there is. */
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Whether a path in `column` is that one or goes on from it. Arrays sort step by step, so a subtree is one stretch of an
 * index of paths.
 */
export const underPath = (column: SQLWrapper, path: readonly string[]): SQL =>
  sql`${column} between ${idList(path)} and ${idList([...path, LAST])}`;

/** The same for the path of a group that is known by its id. */
export const underGroup = (column: SQLWrapper, groupId: string): SQL =>
  sql`${column} between (select top.path from groups top where top.id = ${groupId})
    and (select top.path || ${LAST}::uuid from groups top where top.id = ${groupId})`;
