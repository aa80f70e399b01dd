import { eq } from "drizzle-orm";
import { db } from "@/db";
import { users } from "@/db/schema";
import type { Viewer } from "../access/viewer";

/** What the viewer logs in with. */
export async function usernameOf({ userId }: Viewer): Promise<string | null> {
  const [user] = await db.select({ username: users.username }).from(users).where(eq(users.id, userId));
  return user?.username ?? null;
}
