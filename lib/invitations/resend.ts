import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import * as fields from "../fields";
import { type ManagedMember, managedMember, refuseUnmanaged, subjectOf } from "../members/managed";
import { refuseUnlessPending } from "./pending";
import { takeInvitation } from "./quota";
import { sendWelcome } from "./welcome";

export const ResendInvitation = z.object({ memberId: fields.memberId, once: fields.once });

/** A new link by email with the full time to run; the old one stops working. */
export async function resendInvitation(viewer: Viewer, input: z.output<typeof ResendInvitation>) {
  await refuseUnmanaged(viewer, input.memberId);
  await takeInvitation(viewer);
  return change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    return { name: subjectOf(member).name, email: await resendTo(c, viewer, member) };
  });
}

/** The same inside another change; answers the address. */
export async function resendTo(c: Change, viewer: Viewer, member: ManagedMember): Promise<string> {
  refuseUnlessPending(member);
  await sendWelcome(c, viewer, member);
  c.record("invitation.resent", subjectOf(member));
  return member.email;
}
