"use server";

import { CopyInvitationLink, copyInvitationLink } from "@/lib/invitations/copy-link";
import { ResendInvitation, resendInvitation } from "@/lib/invitations/resend";
import { WithdrawInvitation, withdrawInvitation } from "@/lib/invitations/withdraw";
import { RemoveAccess, removeAccess } from "@/lib/members/access/remove-access";
import { AddMember, addMember } from "@/lib/members/add";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember, editMember } from "@/lib/members/edit";
import { EnableMember, enableMember } from "@/lib/members/enable";
import { refuseTaken } from "@/lib/members/refuse-taken";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { SendReset, sendReset } from "@/lib/users/send-reset";
import { asLeft } from "@/lib/web/as-left";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { afterAdding, afterResending, afterReset } from "./after-mailing";

export const disable = formAction(DisableMember, disableMember, ({ name, undo }) =>
  stay(`${name} is disabled.`, { undo }),
);
export const enable = formAction(EnableMember, enableMember, ({ name, undo }) => stay(`${name} is enabled.`, { undo }));
export const resend = formAction(ResendInvitation, resendInvitation, afterResending);
export const reset = formAction(SendReset, sendReset, afterReset);
export const remove = formAction(DeleteUser, deleteUser, async ({ name }) =>
  goTo(await asLeft("/admin/users"), `${name} is deleted.`),
);
export const withdraw = formAction(WithdrawInvitation, withdrawInvitation, async ({ name }) =>
  goTo(await asLeft("/admin/users"), `The invitation of ${name} is withdrawn.`),
);
export const removeGuest = formAction(RemoveAccess, removeAccess, async ({ name }) =>
  goTo(await asLeft("/admin/users"), `${name} has no access to your company any more.`),
);

/** The link is for this answer alone: it stands in no address, no cookie and no row. */
export const copyLink = formAction(CopyInvitationLink, copyInvitationLink, ({ url }) => ({ link: url }));

export const edit = formAction(EditMember, editMember, ({ name, undo }) => stay(`${name} is saved.`, { undo }), {
  acts: { resend, copy: copyLink, reset, remove, withdraw, "remove-guest": removeGuest },
});

export const add = formAction(AddMember, addMember, afterAdding, { ahead: refuseTaken, acts: { resend } });
