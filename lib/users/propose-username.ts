import { randomInt } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import { usernameFrom } from "../text/username-from";
import { lookAlike } from "./refuse-look-alike";

/** Numbers that are tried behind a name that is taken. */
const TRIES = 20;

/** A free username for somebody invited by address alone. */
export async function proposeUsername(memberId: string): Promise<string> {
  const [person] = await db
    .select({ email: users.email, accountId: users.homeAccountId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.id, memberId));
  return person ? freeUsername(usernameFrom(person) || "user", person.accountId) : "";
}

/** That one, or with a number behind it. Only a hint: the unique index judges when it is sent. */
export async function freeUsername(first: string, accountId: string): Promise<string> {
  for (let at = 1; at <= TRIES; at++) {
    const username = at === 1 ? first : `${first}${at}`;
    if (await isFree(username, accountId)) return username;
  }
  return `${first}${randomInt(1000, 10_000)}`;
}

async function isFree(username: string, accountId: string): Promise<boolean> {
  const same = await db.select({ id: users.id }).from(users).where(sql`lower(${users.username}) = ${username}`);
  return same.length === 0 && !(await lookAlike(db, accountId, username));
}
