import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { type Change, change, type Together } from "../change";
import * as fields from "../fields";
import { refuseUnfit } from "../members/acts";
import { type ManagedMember, managedMember } from "../members/managed-members";
import { mailInvitationsFrom } from "./mail";
import { takeInvitations } from "./quota";

export const ResendInvitation = z.object({ memberId: fields.memberId, once: fields.once });

export const resendInvitation = (viewer: Viewer, input: z.output<typeof ResendInvitation>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    await resend(c, viewer, [member]);
    return { name: member.name, email: member.email };
  });

/** A new link by email for each, with the full time to run; the older ones stop working. */
export async function resend(c: Change, viewer: Viewer, people: readonly ManagedMember[], together?: Together) {
  refuseUnfit("resend", viewer, people);
  await takeInvitations(c.tx, viewer, people.length);
  await mailInvitationsFrom(
    c,
    viewer,
    people.map(({ id: memberId, ...person }) => ({ ...person, memberId })),
  );
  for (const person of people) c.record("invitation.resent", person, undefined, together);
}
