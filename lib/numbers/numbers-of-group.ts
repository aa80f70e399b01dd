import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { MOST } from "../groups/counts";
import { statusOf } from "./list";

/** As many as a group's page shows; the list of numbers has the others. */
const SHOWN = 20;

const people = sql<number>`(select count(*)::int from
  (select from line_access a where a.number_id = numbers.id limit ${MOST + 1}) found)`;

/** The first numbers of the group itself, by label. */
export const numbersOfGroup = (viewer: Viewer, groupId: string) =>
  db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label, status: statusOf, people })
    .from(numbers)
    .where(and(numbersWithin(viewer, "account.view"), eq(numbers.groupId, groupId)))
    .orderBy(numbers.label, numbers.id)
    .limit(SHOWN);
