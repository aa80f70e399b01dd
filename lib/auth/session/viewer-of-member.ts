import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db";
import { accounts, groups, members, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { viewerColumns } from "./viewer-columns";

/** Somebody for whom work goes on after their request, with the rights they have now; null when they are Active no more. */
export async function viewerOfMember(memberId: string): Promise<Viewer | null> {
  const [row] = await db
    .select(viewerColumns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(groups, and(eq(groups.accountId, accounts.id), isNull(groups.parentId)))
    .where(and(eq(members.id, memberId), eq(members.status, "Active")));
  return row ? { kind: "viewer", sessionId: "", isNew: false, hasKeptForms: false, ...row } : null;
}
