import { and, eq, type SQL } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { withinDays } from "../text/days";
import { isByOrAbout } from "./by-person";
import type { ActivityQuery } from "./query";
import { eventsSeenBy } from "./scope";

/** Everything that the viewer may read and the query asks for. */
export async function asked(viewer: Viewer, { person, action, since, until }: ActivityQuery): Promise<SQL | undefined> {
  return and(
    await eventsSeenBy(viewer),
    person ? await isByOrAbout(viewer, person) : undefined,
    action ? eq(auditEvents.action, action) : undefined,
    withinDays(auditEvents.createdAt, { since, until }, viewer.timeZone),
  );
}
