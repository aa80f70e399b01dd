import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { shortName, type Visitor } from "../../access/viewer";
import { type Change, change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { deadLink } from "../../links/dead-link";
import { redeemLink, subjectOf } from "../../links/redeem";
import { revokeLinksOfUsers } from "../../links/revoke";
import { token } from "../../links/token";
import { returnsSince, revokeLaterStops, stopLink } from "./stop-link";

export const ConfirmEmail = z.object({ token, once: fields.once });

/** The new address has answered: it is theirs from now on, and the old one is told. Answers whose it is. */
export const confirmEmail = (visitor: Visitor, input: z.output<typeof ConfirmEmail>) =>
  change(visitor, input.once, (c) => confirm(c, input.token)).catch((error: unknown) => {
    if (!(error instanceof Refused && error.field === "email")) throw error;
    // The form has no such field, and the address was free when it was asked for.
    throw new Refused(
      "Somebody else logs in with that address by now, so yours stays as it was. Choose another in Edit Profile.",
    );
  });

async function confirm(c: Change, token: string) {
  const person = await redeemLink(c, "email-change", token);
  const { userId, accountId, memberId, company, email, newEmail } = person;
  if (!newEmail || person.status !== "Active") throw deadLink();
  await c.tx.update(users).set({ email: newEmail, emailUncheckedSince: null }).where(eq(users.id, userId));
  await revokeLinksOfUsers(c, { userIds: [userId], purposes: ["reset", "email-change", "email-check"] });
  const since = await returnsSince(c, { userId, email: newEmail, askedAt: person.linkMadeAt });
  if (since) await revokeLaterStops(c, { userId, email: newEmail, since });
  const letter = { template: "email-changed", firstName: shortName(person), company, newEmail } as const;
  await c.mail({ accountId, memberId, email }, since ? letter : { ...letter, url: await stopLink(c, person) });
  c.record("email.changed", subjectOf(person), { before: { email }, after: { email: newEmail } });
  return { userId };
}
