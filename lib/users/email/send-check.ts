import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { shortName, type Viewer } from "../../access/viewer";
import { takeTries } from "../../auth/throttle";
import type { Change } from "../../change";
import { nameOfTemplate } from "../../email/templates";
import { Refused } from "../../errors";
import { issueLink } from "../../links/issue";
import type { ManagedMember } from "../../members/managed-members";

/** Nobody needs more than these in an hour, and their mailbox is not ours to fill. */
const AN_HOUR = 20;

const TEMPLATE = "email-entered";

/** To an address that an Admin has entered: a link by whose use the person says that it is theirs. */
export async function mailCheck(c: Change, viewer: Viewer, member: ManagedMember): Promise<void> {
  const { id: memberId, accountId, userId, email } = member;
  const url = await issueLink(c, { purpose: "email-check", userId, memberId, email });
  const letter = { firstName: shortName(member), company: viewer.accountName, url };
  await c.mail({ accountId, memberId, email }, { template: TEMPLATE, ...letter });
}

/** The same once more, while nobody has confirmed the address; answers the address. */
export async function sendCheckTo(c: Change, viewer: Viewer, member: ManagedMember): Promise<string> {
  const { name, email, accountId } = member;
  if (member.status !== "Active") throw new Refused(`${name} can't log in now, so there is nothing to confirm.`);
  const unchecked = and(eq(users.id, member.userId), isNotNull(users.emailUncheckedSince));
  const found = await c.tx.select({ id: users.id }).from(users).where(unchecked);
  if (found.length === 0) throw new Refused(`${name} has confirmed ${email} already.`);
  const checks = { name: "send-check", of: `${accountId} ${member.id}`, most: AN_HOUR, minutes: 60 };
  if (!(await takeTries(c.tx, checks, 1)))
    throw new Refused("They have been sent many such links within the hour. Try again later.");
  await mailCheck(c, viewer, member);
  c.record("email.sent-again", member, { email: nameOfTemplate(TEMPLATE) });
  return email;
}
