import { and, inArray } from "drizzle-orm";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

export type Step = { id: string; name: string };

/** The groups above each group, from the top, as far as the viewer sees them. Give it groups with their paths. */
export async function trailsOf(viewer: Viewer, found: readonly { id: string; path: string[] }[]) {
  const above = [...new Set(found.flatMap(({ path }) => path.slice(0, -1)))];
  const seen = and(groupsWithin(viewer, "account.view"), inArray(groups.id, above));
  const rows = above.length > 0 ? await db.select({ id: groups.id, name: groups.name }).from(groups).where(seen) : [];
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const steps = (path: string[]): Step[] =>
    path.slice(0, -1).flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
  return new Map(found.map(({ id, path }) => [id, steps(path)]));
}
