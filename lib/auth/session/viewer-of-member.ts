import { and, eq, exists, isNull } from "drizzle-orm";
import { db } from "@/db";
import { accounts, groups, members, sessions, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { isOpen } from "./session-of";
import { viewerColumns } from "./viewer-columns";

/**
 * Somebody for whom work goes on after their request, with the rights they have now; null when they are Active no more, or
 * logged out of the session that it is for.
 */
export async function viewerOfMember(memberId: string, work?: { forSession: string }): Promise<Viewer | null> {
  const [row] = await db
    .select(viewerColumns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(groups, and(eq(groups.accountId, accounts.id), isNull(groups.parentId)))
    .where(and(eq(members.id, memberId), eq(members.status, "Active"), work && isLoggedIn(work.forSession)));
  return row ? { kind: "viewer", sessionId: "", isNew: false, hasKeptForms: false, ...row } : null;
}

const isLoggedIn = (sessionId: string) =>
  exists(
    db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), isOpen)),
  );
