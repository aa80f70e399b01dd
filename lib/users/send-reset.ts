import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { takeTry } from "../auth/throttle";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { issueLink } from "../links/issue";
import { managedLogin, refuseUnmanaged, subjectOf } from "../members/managed";

export const SendReset = z.object({ memberId: fields.memberId, once: fields.once });

/** Nobody needs more than these in an hour, and their mailbox is not ours to fill. */
const AN_HOUR = 20;

/** Emails a link to choose a new password. The old password works until then; the Admin never learns either. */
export async function sendReset(viewer: Viewer, input: z.output<typeof SendReset>) {
  await refuseUnmanaged(viewer, input.memberId);
  const taken = await takeTry({
    name: "send-reset",
    of: `${viewer.accountId} ${input.memberId}`,
    most: AN_HOUR,
    minutes: 60,
  });
  if (!taken) throw new Refused("They have been sent many reset links within the hour. Try again later.");
  return change(viewer, input.once, async (c) => {
    const member = await managedLogin(c, viewer, input.memberId);
    const { id: memberId, accountId, userId, firstName, email } = member;
    if (member.status !== "Active")
      throw new Refused(`${subjectOf(member).name} can't log in now, so there is nothing to reset.`);
    const url = await issueLink(c, { purpose: "reset", userId, memberId });
    await c.mail({ accountId, memberId, email }, { template: "reset", firstName, company: viewer.accountName, url });
    c.record("password.reset-sent", subjectOf(member));
    return { email };
  });
}
