import { and } from "drizzle-orm";
import { db } from "@/db";
import { members } from "@/db/schema";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { fitting } from "./filter";
import type { ListFilter } from "./list-query";

/**
 * How many "all that match" are: those whom `selected` finds, batch by batch. Counting them costs more than a page of them;
 * `most`: no further than one above it.
 */
export function countMatching(viewer: Viewer, filter: ListFilter, most?: number): Promise<number> {
  const matching = and(membersWithin(viewer, "users.manage"), fitting(viewer, filter));
  if (most === undefined) return db.$count(members, matching);
  const first = db
    .select({ id: members.id })
    .from(members)
    .where(matching)
    .limit(most + 1);
  return db.$count(first.as("first_of_them"));
}
