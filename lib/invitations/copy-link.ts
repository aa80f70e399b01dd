import { eq } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { issueLink } from "../links/issue";
import { refuseUnfit } from "../members/acts";
import { type ManagedMember, managedMember } from "../members/managed-members";

export const CopyInvitationLink = z.object({ memberId: fields.memberId });

/**
 * A fresh link to hand over oneself; the emailed one stops working. Without a form's key on purpose: its answer would be
 * kept with the link in it, and of two submits the second's link is simply the one that works.
 */
export const copyInvitationLink = (viewer: Viewer, input: z.output<typeof CopyInvitationLink>) =>
  change(viewer, undefined, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    refuseUnfit("resend", viewer, [member]);
    refuseForeignPassword(viewer, member);
    const url = await issueLink(c, { purpose: "invitation", userId: member.userId, memberId: member.id });
    await c.tx.update(members).set({ invitedBy: viewer.memberId, askedAgainAt: null }).where(eq(members.id, member.id));
    c.record("invitation.link-copied", member);
    return { url };
  });

/** Whoever opens it chooses the password of a login that another company owns: only the person's own mailbox may hold it. */
function refuseForeignPassword(viewer: Viewer, member: ManagedMember) {
  if (member.homeAccountId === viewer.accountId || member.hasPassword) return;
  throw new Refused(
    `${member.name} has no password yet and belongs to another company. Resend the invitation by email.`,
  );
}
