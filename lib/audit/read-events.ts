import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { auditEvents } from "@/db/schema";
import type { Cursor } from "../paging";
import type { Recorded } from "./sentences";

export type AuditEvent = Recorded & { id: string; at: Date; batchId: string | null };

export const columns = {
  id: auditEvents.id,
  at: auditEvents.createdAt,
  action: auditEvents.action,
  actorId: auditEvents.actorId,
  actorName: auditEvents.actorName,
  subjectId: auditEvents.subjectId,
  subjectName: auditEvents.subjectName,
  details: auditEvents.details,
  batchId: auditEvents.batchId,
};

/** A place in history; what was done together with the event at it counts as passed. */
export const cursorOf = (event: AuditEvent): Cursor => ({
  key: [event.at.toISOString(), event.batchId ?? ""],
  id: event.id,
  place: null,
});

export type Way = { from: Cursor | null; backwards: boolean };

/** Events on one side of another, but for those that were done together with it. */
export function readEvents(where: SQL | undefined, { from, backwards }: Way, limit: number): Promise<AuditEvent[]> {
  const order = backwards ? asc : desc;
  return db
    .select(columns)
    .from(auditEvents)
    .where(and(where, from ? beyond(from, backwards) : undefined))
    .orderBy(order(auditEvents.createdAt), order(auditEvents.id))
    .limit(limit);
}

function beyond({ key: [at = "", batchId], id }: Cursor, backwards: boolean): SQL | undefined {
  const place = sql`(${auditEvents.createdAt}, ${auditEvents.id})`;
  const past = sql`${place} ${backwards ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`;
  const apart = sql`(${auditEvents.createdAt} <> ${at}::timestamptz or ${auditEvents.batchId} is distinct from ${batchId || null}::uuid)`;
  return batchId ? and(past, apart) : past;
}
