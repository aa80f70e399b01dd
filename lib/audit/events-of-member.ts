import { and, desc, eq, exists, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { auditEvents, members } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type AuditEvent, columns } from "./read-events";

const MOST = 10;

/** The last that happened to somebody whose history the viewer may read; nothing about anyone else. */
export async function eventsOfMember(viewer: Viewer, memberId: string): Promise<AuditEvent[]> {
  const theirs = byIndex
    .select({ one: sql`1` })
    .from(members)
    .where(and(membersWithin(viewer, "audit.view"), eq(members.id, memberId)));
  return byIndex
    .select(columns)
    .from(auditEvents)
    .where(and(exists(theirs), eq(auditEvents.subjectId, memberId), eq(auditEvents.accountId, viewer.accountId)))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(MOST);
}
