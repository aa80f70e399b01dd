import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { can, rolesToGrant } from "../access/can";
import { groupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { groupsAt, numbersAt, peopleAt } from "./counts";
import { insideWords } from "./inside-words";
import { trailsOf } from "./trail";

export type Group = NonNullable<Awaited<ReturnType<typeof getGroup>>>;

/**
 * A group as its page shows it; null when the viewer sees none of that id. `trail`: the groups above it. `inside`: what
 * it would have to lose before it can be removed. `may`: what the viewer may do here; moving and removing is a matter of
 * the group above, and the root has none.
 */
export async function getGroup(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await db
    .select({
      id: groups.id,
      parentId: groups.parentId,
      name: groups.name,
      isLocation: groups.isLocation,
      path: groups.path,
      revision: groups.revision,
      groups: groupsAt(sql`groups.id`),
      people: peopleAt(sql`groups.id`),
      numbers: numbersAt(sql`groups.id`),
    })
    .from(groups)
    .where(and(groupsWithin(viewer, "account.view"), eq(groups.id, id)));
  if (!row) return null;
  const { path, people, ...group } = row;
  const roles = rolesToGrant(viewer, path);
  const above = path.slice(0, -1);
  return {
    ...group,
    trail: (await trailsOf(viewer, [{ id, path }])).get(id) ?? [],
    inside: insideWords({ ...group, people }),
    roles,
    may: {
      edit: can(viewer, "groups.manage", path),
      place: can(viewer, "groups.manage", above),
      assign: roles.length > 0,
    },
  };
}
