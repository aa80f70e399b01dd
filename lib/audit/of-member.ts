import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db";
import { auditEvents, members } from "@/db/schema";
import { membersAuditedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type AuditEvent, columns } from "./read";

const MOST = 10;

/** The last that happened to somebody whose history the viewer may read; nothing about anyone else. */
export async function eventsOfMember(viewer: Viewer, memberId: string): Promise<AuditEvent[]> {
  const theirs = and(membersAuditedBy(viewer), eq(members.id, memberId));
  const [member] = await db.select({ id: members.id }).from(members).where(theirs);
  if (!member) return [];
  return db
    .select(columns)
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, member.id), eq(auditEvents.accountId, viewer.accountId)))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(MOST);
}
