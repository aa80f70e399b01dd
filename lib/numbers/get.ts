import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { groups, numbers } from "@/db/schema";
import { can } from "../access/can";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { statusOf } from "./list";

const people = sql<number>`(select count(*)::int from line_access a where a.number_id = ${numbers.id})`;

/**
 * A number as its page shows it; null when the viewer sees none of that id. `manages`: may change it.
 */
export async function getNumber(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await db
    .select({
      id: numbers.id,
      e164: numbers.e164,
      label: numbers.label,
      status: statusOf,
      groupId: numbers.groupId,
      revision: numbers.revision,
      group: groups.name,
      path: groups.path,
      people,
    })
    .from(numbers)
    .innerJoin(groups, eq(groups.id, numbers.groupId))
    .where(and(numbersWithin(viewer, "account.view"), eq(numbers.id, id)));
  if (!row) return null;
  const { path, ...number } = row;
  return { ...number, manages: can(viewer, "numbers.manage", path) };
}
