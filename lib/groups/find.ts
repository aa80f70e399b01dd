import { and, sql } from "drizzle-orm";
import { z } from "zod";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { searchIn, searchingIn } from "../text/search";
import { linesOf } from "./list";
import { trailsOf } from "./trail";

/** The page's state as the address has it; nonsense is no search. */
export const GroupsPage = z.object({
  search: z.string().transform(searchIn).catch(""),
});

/** The groups that the viewer sees with every word somewhere in their name, in any case; 200 at most. */
export async function findGroups(viewer: Viewer, search: string) {
  const named = searchingIn(sql`groups.name`, search, viewer);
  const lines = await linesOf(viewer, and(groupsWithin(viewer, "account.view"), named));
  const trails = await trailsOf(viewer, lines);
  return lines.map((line) => ({ ...line, trail: trails.get(line.id) ?? [] }));
}
