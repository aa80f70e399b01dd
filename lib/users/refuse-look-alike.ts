import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Change } from "../change";
import { Refused } from "../errors";

/** "pau1" beside "paul" invites mistakes, and worse. The very same name is left to the unique index, over all companies. */
export async function refuseLookAlike(c: Change, accountId: string, username: string): Promise<void> {
  const [other] = await c.tx
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
  if (other) throw new Refused(`That looks like ${other.username}, which is taken.`, { field: "username" });
}
