import { and } from "drizzle-orm";
import { db } from "@/db";
import { members } from "@/db/schema";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { fitting } from "./filter";
import type { ListFilter } from "./list-query";

/** How many "all that match" are: those whom `selected` finds, batch by batch. Counting them costs more than a page of them. */
export const countMatching = (viewer: Viewer, filter: ListFilter): Promise<number> =>
  db.$count(members, and(membersWithin(viewer, "users.manage"), fitting(viewer, filter)));
