import { eq } from "drizzle-orm";
import { db } from "@/db";
import { sessions, users } from "@/db/schema";
import { sha256 } from "../../crypto";

/** Whose session it is, and since when they have the password that they have. */
export async function personOfSession(secret: string) {
  const [person] = await db
    .select({ userId: users.id, passwordChangedAt: users.passwordChangedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, sha256(secret)));
  return person;
}
