import { sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { shortName, type Viewer } from "../../access/viewer";
import { proveSelf } from "../../auth/password/confirm-password";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import { letterTo, type Myself, subjectOf } from "../myself";
import { mailConfirmation } from "./mail-confirmation";
import { returnsSince, stopLink } from "./stop-link";

type Wish = { email: string; currentPassword: string | null };

/**
 * Inside a change: asks the new address to confirm, and tells the old one, which stays until then. It can stop the change
 * unless that goes back to where it came from.
 */
export async function changeEmail(
  c: Change,
  viewer: Viewer,
  me: Myself,
  { email, currentPassword }: Wish,
): Promise<void> {
  await proveSelf(c, viewer, { typed: currentPassword, to: "change your email" });
  const [taken] = await c.tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = lower(${email})`);
  // Only a hint in time: the unique index judges when the address is confirmed.
  if (taken) throw new Refused("That address can't be used.", { field: "email" });
  const isReturn = await returnsSince(c, { userId: me.userId, email });
  await mailConfirmation(c, { me, company: viewer.accountName, email });
  await c.mail(letterTo(me), {
    template: "email-change-asked",
    firstName: shortName(me),
    company: viewer.accountName,
    newEmail: email,
    ...(!isReturn && { url: await stopLink(c, me) }),
  });
  c.record("email.change-asked", subjectOf(me), { before: { email: me.email }, after: { email } });
}
