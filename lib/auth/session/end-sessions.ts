import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Change } from "../../change";
import { among } from "../../id-list";

/** Out at the next request: all sessions of these memberships. */
export const endSessionsOf = (c: Change, memberIds: readonly string[]) =>
  c.tx.delete(sessions).where(among(sessions.memberId, memberIds));

/** Out everywhere, all accounts, but for the session that asks, if there is one. */
export const endSessionsOfUser = (c: Change, userId: string, options?: { but: string }) =>
  c.tx.delete(sessions).where(and(eq(sessions.userId, userId), options && ne(sessions.id, options.but)));
