import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Change } from "../change";
import { Refused } from "../errors";
import type { Reader } from "../reader";

/** Refuses a new username that looks like another of the company. */
export async function refuseLookAlike(c: Change, accountId: string, username: string): Promise<void> {
  const words = await lookAlike(c.tx, accountId, username);
  if (words) throw new Refused(words, { field: "username" });
}

/** "pau1" beside "paul" invites mistakes, and worse. The very same name is left to the unique index, over all companies. */
export async function lookAlike(reader: Reader, accountId: string, username: string): Promise<string | undefined> {
  const [other] = await reader
    .select({ username: users.username })
    .from(users)
    .where(
      and(
        eq(users.homeAccountId, accountId),
        sql`username_skeleton(${users.username}) = username_skeleton(${username})`,
        sql`lower(${users.username}) <> lower(${username})`,
      ),
    )
    .limit(1);
  return other && `That looks like ${other.username}, which is taken.`;
}
