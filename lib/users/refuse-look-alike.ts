import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import type { Change } from "../change";
import { Refused } from "../errors";
import type { Reader } from "../reader";

/** Refuses a new username that looks like another of the company. `named`: whose may be told. */
export async function refuseLookAlike(c: Change, accountId: string, username: string, named?: SQL): Promise<void> {
  const words = await lookAlike(c.tx, accountId, username, named);
  if (words) throw new Refused(words, { field: "username" });
}

/**
 * "pau1" beside "paul" invites mistakes, and worse. The very same name is left to the unique index, over all companies.
 * The other is told only to who may see them anyway.
 */
export async function lookAlike(
  reader: Reader,
  accountId: string,
  username: string,
  named: SQL | undefined = sql`false`,
): Promise<string | undefined> {
  const [other] = await reader
    .select({ username: users.username, isNamed: sql<boolean>`${members.id} is not null` })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), named))
    .where(
      and(
        eq(users.homeAccountId, accountId),
        sql`username_skeleton(${users.username}) = username_skeleton(${username})`,
        sql`lower(${users.username}) <> lower(${username})`,
      ),
    )
    .orderBy(asc(members.id))
    .limit(1);
  if (!other) return undefined;
  return other.isNamed
    ? `That looks like ${other.username}, which is taken.`
    : "That looks like a username that is taken.";
}
