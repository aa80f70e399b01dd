import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { members, users } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { letIn } from "../auth/let-in";
import { hashPassword } from "../auth/password/hash-password";
import { newPassword, sameTwice, sameTwiceOr } from "../auth/password/new-password";
import { refuseWeak } from "../auth/password/weak-password";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { deadLink } from "../links/dead-link";
import { hashAhead } from "../links/hash-ahead";
import { type Redeemer, redeemLink, subjectOf } from "../links/redeem";
import { token } from "../links/token";
import { refuseLookAlike } from "../users/refuse-look-alike";

/** The names are asked of those who were invited by email only; from others they are not taken. */
export const AcceptInvitation = z
  .object({
    token,
    ...newPassword,
    firstName: fields.firstName.optional(),
    lastName: fields.lastName.optional(),
    username: fields.username.optional(),
    timeZone: fields.timeZone.optional(),
    once: fields.once,
  })
  .refine(sameTwice, sameTwiceOr);

type Input = z.output<typeof AcceptInvitation>;

/** The invited person has a password, is Active from now on and logged in at once; `token` is the session's secret. */
export async function acceptInvitation(visitor: Visitor, input: Input) {
  const ahead = await hashAhead({ purpose: "invitation", ...input });
  const accepted = await change(visitor, input.once, async (c) => {
    const person = await redeemLink(c, "invitation", input.token);
    // A link that makes a password must never change one: who has a login already joins by logging in.
    if (person.status !== "Pending" || person.passwordHash !== null) throw deadLink();
    const details = person.username === null ? introduced(input) : undefined;
    const known = { ...person, ...details };
    if (details) await refuseLookAlike(c, person.homeAccountId, details.username);
    refuseWeak(input.password, known);
    const passwordHash = ahead ?? (await hashPassword(input.password));
    const { passwordChangedAt } = await c.one(
      c.tx
        .update(users)
        .set({ ...details, locale: visitor.locale ?? null, passwordHash, passwordChangedAt: sql`now()` })
        .where(eq(users.id, person.userId))
        .returning({ passwordChangedAt: users.passwordChangedAt }),
    );
    const { memberId } = person;
    await c.tx.update(members).set({ acceptedAt: sql`now()` }).where(eq(members.id, memberId));
    c.record("invitation.accepted", subjectOf(known satisfies Redeemer));
    return { memberId, passwordAt: Number(passwordChangedAt) };
  });
  return { memberId: accepted.memberId, token: await letIn(visitor, { ...accepted, password: input.password }) };
}

/** What nobody else could fill in for them; all that is missing is told at once. */
function introduced({ firstName = "", lastName = "", username, timeZone }: Input) {
  const named = fields.isNamed({ firstName, lastName });
  if (named && username && timeZone) return { firstName, lastName, username, timeZone };
  const missing = {
    ...(!named && { firstName: fields.NO_NAME }),
    ...(!username && { username: "Enter a username." }),
    ...(!timeZone && { timeZone: "Choose a time zone." }),
  };
  const [[field, message] = ["username", "Enter a username."], ...others] = Object.entries(missing);
  throw new Refused(message, { field, also: Object.fromEntries(others) });
}
