import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { removeMembership } from "../members/access/remove-access";
import { managedMember, refuseSelf } from "../members/managed-members";
import { deleteLogins } from "../users/delete";

export const WithdrawInvitation = z.object({ memberId: fields.memberId, once: fields.once });

/** As if they had never been invited: the link is dead, and the address can be invited again. A guest keeps their login. */
export const withdrawInvitation = (viewer: Viewer, input: z.output<typeof WithdrawInvitation>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    refuseSelf(viewer, member);
    if (member.status !== "Pending") throw new Refused(`${member.name} has no invitation that could be withdrawn.`);
    if (member.homeAccountId === viewer.accountId && member.hasPassword)
      throw new Refused(`${member.name} has a login by now, from another company. Delete the user instead.`);
    c.record("invitation.withdrawn", member);
    if (member.homeAccountId === viewer.accountId) await deleteLogins(c, viewer, [member]);
    else await removeMembership(c, member);
    return { name: member.name };
  });
