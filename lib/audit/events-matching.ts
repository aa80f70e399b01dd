import { and, eq, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { isByOrAbout } from "./by-person";
import type { ActivityQuery } from "./query";
import { eventsSeenBy } from "./scope";

/** Everything that the viewer may read and the query asks for. */
export async function asked(viewer: Viewer, { person, action, since, until }: ActivityQuery): Promise<SQL | undefined> {
  const day = (date: string, days: number) =>
    sql`((${date}::date + ${days}::int)::timestamp at time zone ${viewer.timeZone})`;
  return and(
    await eventsSeenBy(viewer),
    person ? await isByOrAbout(viewer, person) : undefined,
    action ? eq(auditEvents.action, action) : undefined,
    since ? sql`${auditEvents.createdAt} >= ${day(since, 0)}` : undefined,
    until ? sql`${auditEvents.createdAt} < ${day(until, 1)}` : undefined,
  );
}
