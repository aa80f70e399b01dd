import { and, eq, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { confirmPassword } from "../auth/confirm-password";
import type { Change } from "../change";
import { Refused } from "../errors";
import { mailConfirmation } from "./confirmation";
import { type Myself, subjectOf } from "./myself";

/** Whoever logged in just now has just shown who they are; later the current password is asked for again. */
const FRESH = sql`interval '15 minutes'`;

type Wish = { email: string; currentPassword: string | null };

/** Inside a change: asks the new address to confirm. Until it does, the old one stays. */
export async function changeEmail(
  c: Change,
  viewer: Viewer,
  me: Myself,
  { email, currentPassword }: Wish,
): Promise<void> {
  if (currentPassword !== null) await confirmPassword(currentPassword, me.passwordHash);
  else if (!(await loggedInJustNow(c, viewer))) {
    throw new Refused("Enter your current password to change your email.", { field: "currentPassword" });
  }
  const [taken] = await c.tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = lower(${email})`);
  // Only a hint in time: the unique index judges when the address is confirmed.
  if (taken) throw new Refused("That address can't be used.", { field: "email" });
  await mailConfirmation(c, { me, company: viewer.accountName, email });
  c.record("email.change-asked", subjectOf(me), { before: { email: me.email }, after: { email } });
}

async function loggedInJustNow(c: Change, viewer: Viewer): Promise<boolean> {
  const fresh = sql`${sessions.createdAt} > now() - ${FRESH}`;
  const rows = await c.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, viewer.sessionId), fresh));
  return rows.length > 0;
}
