import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { typedText } from "../auth/find-login";
import { forgetLoginTries, takeLoginTry } from "../auth/login-tries";
import { passwordMatches } from "../auth/password/hash-password";
import { attemptOf, refused } from "../auth/refused-login";
import { openSession } from "../auth/session/open-session";
import { change } from "../change";
import { Refused } from "../errors";
import { anything } from "../fields";
import { deadLink } from "../links/dead-link";
import { linkState } from "../links/link-state";
import { redeemLink, subjectOf } from "../links/redeem";
import { token } from "../links/token";

export const JoinWithPassword = z.object({ token, password: anything });

const wrong = () => new Refused("That isn't the password of your login.", { field: "password" });

/**
 * For somebody with a login who can't log in anywhere (disabled at home, or out of the only company they were in): the
 * link proves the mailbox, the password the person. Tries count like those at the login. Answers a session's secret.
 */
export async function joinWithPassword(visitor: Visitor, input: z.output<typeof JoinWithPassword>) {
  const person = await invitedLogin(input.token);
  const password = typedText(input.password, 1000);
  const attempt = attemptOf(visitor, person);
  const tries = await takeLoginTry(attempt);
  const right = tries !== "address" && (await passwordMatches(password, person.passwordHash));
  if (tries !== "taken" || !right) {
    await refused({ visitor, attempt, tries, person });
    throw wrong();
  }
  await forgetLoginTries(attempt);
  const joined = await change(visitor, undefined, async (c) => {
    const redeemed = await redeemLink(c, "invitation", input.token);
    if (redeemed.status !== "Pending" || redeemed.passwordHash !== person.passwordHash) throw deadLink();
    await c.tx.update(members).set({ acceptedAt: sql`now()` }).where(eq(members.id, redeemed.memberId));
    c.record("invitation.accepted", subjectOf(redeemed));
    return { memberId: redeemed.memberId, accountId: redeemed.accountId, company: redeemed.company };
  });
  const session = await openSession(visitor, { ...person, ...joined, password, isNew: true });
  if (!session) throw wrong();
  return { token: session, company: joined.company, memberId: joined.memberId };
}

async function invitedLogin(token: string) {
  const link = await linkState("invitation", token);
  if (link?.state !== "live" || !link.hasPassword) throw deadLink();
  const [person] = await db
    .select({
      userId: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(and(eq(users.id, link.userId), isNotNull(users.passwordHash)));
  if (!person) throw deadLink();
  return person;
}
