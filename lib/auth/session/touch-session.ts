import { eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { keepBooks } from "../../change";

/** Notes that a session was used, once a minute at most, so that idle ones end. */
export const touchSession = (sessionId: string) =>
  keepBooks((tx) => tx.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId)));
