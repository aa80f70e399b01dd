import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { auditEvents } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { isBackwards, neighbourOf, type Page, turnedTo } from "../paging";
import { asked } from "./events-matching";
import type { ActivityQuery } from "./query";
import { type AuditEvent, cursorOf, readEvents, type Way } from "./read-events";

/** One line of the page: an event, or what was done to many at once, told by the last of them. */
export type Entry = AuditEvent & {
  /** Some of the others of a batch, by name, and how many they are. */
  others: { id: string | null; name: string }[];
  otherCount: number;
};

export type ActivityPage = Omit<Page<Entry>, "rows"> & { entries: Entry[] };

const SIZE = 50;

/** What a page says of a batch by name; the rest stands in the download. */
const NAMED = 100;

/** A page of history, newest first. */
export async function listActivity(viewer: Viewer, query: ActivityQuery): Promise<ActivityPage> {
  const { from } = query;
  const where = await asked(viewer, query);
  const found = await entriesOf(where, { from: neighbourOf(from), backwards: isBackwards(from) });
  const { rows, ...beside } = turnedTo(found, { from, size: SIZE, cursorOf });
  return { entries: await withOthers(where, rows), ...beside };
}

/** One more than a page has, if there are as many. Of a batch, one after the other, only the first that is met. */
async function entriesOf(where: SQL | undefined, { from, backwards }: Way): Promise<AuditEvent[]> {
  const entries: AuditEvent[] = [];
  for (let next = from; ; ) {
    const rows = await readEvents(where, { from: next, backwards }, SIZE + 1);
    for (const row of rows) if (!isSameBatch(entries.at(-1), row)) entries.push(row);
    const last = rows.at(-1);
    if (!last || rows.length <= SIZE || entries.length > SIZE) return entries.slice(0, SIZE + 1);
    next = cursorOf(last);
  }
}

const isSameBatch = (entry: AuditEvent | undefined, row: AuditEvent) =>
  entry !== undefined && row.batchId !== null && entry.batchId === row.batchId && +entry.at === +row.at;

/** Who else was in a batch, among what is asked for. */
async function withOthers(where: SQL | undefined, events: AuditEvent[]): Promise<Entry[]> {
  const batches = events.filter((event) => event.batchId !== null);
  const told = batches.length > 0 ? await toldOf(where, batches) : [];
  return events.map((event) => {
    const batch = told.find(
      (each) => each.batchId === event.batchId && each.action === event.action && +each.at === +event.at,
    );
    const others = (batch?.named ?? []).filter(({ id }) => id !== event.subjectId).slice(0, NAMED);
    return { ...event, others, otherCount: Math.max(0, (batch?.count ?? 1) - 1) };
  });
}

function toldOf(where: SQL | undefined, batches: AuditEvent[]) {
  const these = batches.map(({ batchId, at }) =>
    and(sql`${auditEvents.batchId} = ${batchId}`, eq(auditEvents.createdAt, at)),
  );
  const { subjectId: id, subjectName: name } = auditEvents;
  return db
    .select({
      batchId: auditEvents.batchId,
      at: auditEvents.createdAt,
      action: auditEvents.action,
      count: sql<number>`count(*)::int`,
      named: sql<Entry["others"]>`to_json((array_agg(json_build_object('id', ${id}, 'name', ${name})
        order by ${name} collate natural_order, ${id}) filter (where ${name} is not null))[1:${NAMED + 1}::int])`,
    })
    .from(auditEvents)
    .where(
      and(
        where,
        inArray(
          auditEvents.createdAt,
          batches.map(({ at }) => at),
        ),
        or(...these),
      ),
    )
    .groupBy(auditEvents.batchId, auditEvents.createdAt, auditEvents.action);
}
