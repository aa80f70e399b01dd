import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, members, sessions } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { deviceName } from "../device-name";
import { isOpen } from "./session-of";

/** More than anybody has; whoever does has "Log out all others". */
const MOST = 50;

/** Where the person is logged in, in all their companies: this session first, then the latest used. */
export async function listSessions(viewer: Viewer) {
  const rows = await db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      company: accounts.name,
      lastSeenAt: sessions.lastSeenAt,
      isThis: sql<boolean>`${sessions.id} = ${viewer.sessionId}`,
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(sessions.userId, viewer.userId), isOpen))
    .orderBy(desc(sql`${sessions.id} = ${viewer.sessionId}`), desc(sessions.lastSeenAt), sessions.id)
    .limit(MOST);
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}
