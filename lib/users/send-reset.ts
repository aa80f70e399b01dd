import { z } from "zod";
import { shortName, type Viewer } from "../access/viewer";
import { takeTries } from "../auth/throttle";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { issueLink } from "../links/issue";
import { type ManagedMember, managedLogin } from "../members/managed-members";

export const SendReset = z.object({ memberId: fields.memberId, once: fields.once });

/** Nobody needs more than these in an hour, and their mailbox is not ours to fill. */
const AN_HOUR = 20;

/** Emails a link to choose a new password. The old password works until then; the Admin never learns either. */
export const sendReset = (viewer: Viewer, input: z.output<typeof SendReset>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedLogin(c, viewer, input.memberId);
    return { name: member.name, email: await sendResetTo(c, viewer, member) };
  });

/** The same inside another change; answers the address. */
export async function sendResetTo(c: Change, viewer: Viewer, member: ManagedMember): Promise<string> {
  const { id: memberId, accountId, userId, email } = member;
  if (member.status !== "Active") throw new Refused(`${member.name} can't log in now, so there is nothing to reset.`);
  const resets = { name: "send-reset", of: `${accountId} ${memberId}`, most: AN_HOUR, minutes: 60 };
  if (!(await takeTries(c.tx, resets, 1)))
    throw new Refused("They have been sent many reset links within the hour. Try again later.");
  const url = await issueLink(c, { purpose: "reset", userId, memberId });
  await c.mail(
    { accountId, memberId, email },
    { template: "reset", firstName: shortName(member), company: viewer.accountName, url },
  );
  c.record("password.reset-sent", member);
  return email;
}
