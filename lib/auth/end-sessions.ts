import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Change } from "../change";

/** Out at the next request: all sessions of this membership. */
export const endSessionsOf = (c: Change, memberId: string) =>
  c.tx.delete(sessions).where(eq(sessions.memberId, memberId));

/** Out everywhere, all accounts, but for the session that asks, if there is one. */
export const endSessionsOfUser = (c: Change, userId: string, options?: { but: string }) =>
  c.tx.delete(sessions).where(and(eq(sessions.userId, userId), options && ne(sessions.id, options.but)));
