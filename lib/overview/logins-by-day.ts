import { and, inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { loginCounts } from "@/db/schema";
import { topGroupsWith } from "../access/can";
import type { Viewer } from "../access/viewer";

/** The days that are shown, today among them. */
const DAYS = 30;

/** `day`: "2026-10-12". */
export type LoginDay = { day: string; times: number };

/**
 * Logins on each of the last thirty days in the viewer's time zone, oldest first, of people who stood in what the viewer
 * sees when they logged in. Quarters of an hour are added up: three thousand rows, however many people there are.
 */
export async function loginsByDay(viewer: Viewer): Promise<LoginDay[]> {
  const groups = topGroupsWith(viewer, "account.view");
  if (groups.length === 0) return [];
  const today = sql`(now() at time zone ${viewer.timeZone})::date`;
  const first = sql`(${today} - ${DAYS - 1}::int)`;
  const counted = db
    .select({
      day: sql<string>`(${loginCounts.at} at time zone ${viewer.timeZone})::date`.as("day"),
      times: sql<number>`sum(${loginCounts.times})`.as("times"),
    })
    .from(loginCounts)
    .where(
      and(
        inArray(loginCounts.groupId, groups),
        sql`${loginCounts.at} >= ${first}::timestamp at time zone ${viewer.timeZone}`,
      ),
    )
    .groupBy(sql`1`);
  return db.execute<LoginDay>(sql`select d.day::date::text as day, coalesce(c.times, 0)::int as times
    from generate_series(${first}::timestamp, ${today}::timestamp, interval '1 day') d(day)
    left join (${counted}) c on c.day = d.day::date order by d.day`);
}
