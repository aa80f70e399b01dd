import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { shortName, type Visitor } from "../access/viewer";
import { personTries } from "../auth/login-tries";
import { hashPassword } from "../auth/password/hash-password";
import { newPassword, sameTwice, sameTwiceOr } from "../auth/password/new-password";
import { refuseWeak } from "../auth/password/weak-password";
import { endSessionsOfUser } from "../auth/session/end-sessions";
import { forgetTries } from "../auth/throttle";
import { change } from "../change";
import * as fields from "../fields";
import { deadLink } from "../links/dead-link";
import { hashAhead } from "../links/hash-ahead";
import { redeemLink, subjectOf } from "../links/redeem";
import { revokeLinksOfUsers } from "../links/revoke";
import { token } from "../links/token";

export const ResetPassword = z.object({ token, ...newPassword, once: fields.once }).refine(sameTwice, sameTwiceOr);

/** Out everywhere; whoever holds another link to reset the password or to move the email holds it in vain. */
export async function resetPassword(visitor: Visitor, input: z.output<typeof ResetPassword>) {
  const ahead = await hashAhead({ purpose: "reset", ...input });
  const { userId } = await change(visitor, input.once, async (c) => {
    const person = await redeemLink(c, "reset", input.token);
    if (person.status !== "Active") throw deadLink();
    refuseWeak(input.password, person);
    const { userId, accountId, memberId, email, company } = person;
    const passwordHash = ahead ?? (await hashPassword(input.password));
    await c.tx
      .update(users)
      .set({ passwordHash, passwordChangedAt: sql`now()`, emailUncheckedSince: null })
      .where(eq(users.id, userId));
    await endSessionsOfUser(c, userId);
    await revokeLinksOfUsers(c, { userIds: [userId], purposes: ["reset", "email-change"] });
    await c.mail(
      { accountId, memberId, email },
      { template: "password-changed", firstName: shortName(person), company },
    );
    c.record("password.reset", subjectOf(person));
    return { userId };
  });
  // Whoever locked the login by guessing must not keep out the person who just proved who they are.
  await forgetTries(personTries(userId));
}
