import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { shortName, type Visitor } from "../../access/viewer";
import { endSessionsOfUser } from "../../auth/session/end-sessions";
import { type Change, change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { deadLink } from "../../links/dead-link";
import { issueLink } from "../../links/issue";
import { redeemLink, subjectOf } from "../../links/redeem";
import { revokeLinksOfUsers } from "../../links/revoke";
import { token } from "../../links/token";
import { revokeLaterStops } from "./stop-link";

export const StopEmailChange = z.object({ token, once: fields.once });

/**
 * From an address that a login had: it stays theirs or is theirs again, whoever is logged in is out everywhere, and a link
 * to choose another password goes there. All that was asked for or confirmed since is undone. `mailed`: whether the link was.
 */
export const stopEmailChange = (visitor: Visitor, input: z.output<typeof StopEmailChange>) =>
  change(visitor, input.once, (c) => stop(c, input.token)).catch((error: unknown) => {
    if (!(error instanceof Refused && error.field === "email")) throw error;
    throw new Refused("Somebody else logs in with this address by now. Ask an Admin of your company to help.");
  });

async function stop(c: Change, token: string) {
  const person = await redeemLink(c, "email-stop", token);
  const { userId, memberId, accountId, company, email: now, newEmail: email } = person;
  if (!email) throw deadLink();
  await c.tx.update(users).set({ email, emailUncheckedSince: null }).where(eq(users.id, userId));
  await endSessionsOfUser(c, userId);
  await revokeLinksOfUsers(c, { userIds: [userId], purposes: ["email-change", "email-check", "reset"] });
  await revokeLaterStops(c, { userId, email, since: person.linkMadeAt });
  const mailed = person.status === "Active";
  if (mailed) {
    const url = await issueLink(c, { purpose: "reset", userId, memberId });
    await c.mail({ accountId, memberId, email }, { template: "reset", firstName: shortName(person), company, url });
  }
  c.record("email.change-stopped", subjectOf(person), { before: { email: now }, after: { email } });
  return { userId, mailed };
}
