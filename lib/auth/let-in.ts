import { eq } from "drizzle-orm";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { logins } from "../metrics";
import { openSession } from "./session/open-session";

/** `passwordAt`: when the password was chosen, in milliseconds. */
type Chosen = { memberId: string; password: string; passwordAt: number };

/**
 * A session for somebody who has just become a member by choosing a password. Its secret, or null where they have been
 * shut out or chosen another password since: a form sent again long afterwards lets nobody in.
 */
export async function letIn(visitor: Visitor, { memberId, password, passwordAt }: Chosen): Promise<string | null> {
  const [person] = await db
    .select({
      userId: users.id,
      memberId: members.id,
      accountId: members.accountId,
      firstName: users.firstName,
      lastName: users.lastName,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.id, memberId));
  if (person?.passwordChangedAt?.getTime() !== passwordAt) return null;
  const token = await openSession(visitor, { ...person, password, isNew: true });
  if (token) logins.inc({ result: "let in" });
  return token;
}
