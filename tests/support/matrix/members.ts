import { randomUUID } from "node:crypto";
import { CopyInvitationLink, copyInvitationLink } from "@/lib/invitations/copy-link";
import { ResendInvitation, resendInvitation } from "@/lib/invitations/resend";
import { WithdrawInvitation, withdrawInvitation } from "@/lib/invitations/withdraw";
import { AddMember, addMember } from "@/lib/members/add";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember, editMember } from "@/lib/members/edit";
import { EnableMember, enableMember } from "@/lib/members/enable";
import { RemoveAccess, removeAccess } from "@/lib/members/remove-access";
import { LeaveIt, leaveIt } from "@/lib/outbox/leave-it";
import { SendAgain, sendAgain } from "@/lib/outbox/send-again";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { SendReset, sendReset } from "@/lib/users/send-reset";
import { onceKey } from "../cast";
import { emailTo } from "../emails";
import { rowsOf } from "../rows";
import { aimed, person, type Row, type Target } from "./target";

/** A lost invitation, or an email that there is not once the person is gone: what then is left is only the root's. */
const lostEmail = async ({ pending }: Target) => ({
  emailId: (await rowsOf(pending)) ? await emailTo(pending) : randomUUID(),
  once: onceKey(),
});

/** What is done to people. */
export const MEMBER_ACTIONS: Record<string, Row> = {
  addMember: {
    permission: "users.manage",
    everywhere: true,
    act: (v) => addMember(v, AddMember(v).parse({ ...person(), userType: "end-user" })),
  },
  editMember: {
    permission: "users.manage",
    act: async (v, t) => {
      const now = await rowsOf(t.active);
      const seen = { revision: now?.member.revision ?? 1, defaultNumber: now?.member.defaultNumberId ?? "" };
      return editMember(v, EditMember(v).parse({ ...person(), ...seen, ...aimed(t.active) }));
    },
  },
  "editMember, its access": {
    permission: "users.manage",
    act: async (v, t) => {
      const now = await rowsOf(t.active);
      const seen = { revision: now?.member.revision ?? 1, defaultNumber: now?.member.defaultNumberId ?? "" };
      const access = { newRole: "viewer", newGroup: t.groupId, reviewed: "live" };
      return editMember(v, EditMember(v).parse({ ...person(), ...seen, ...access, ...aimed(t.active) }));
    },
  },
  disableMember: { permission: "users.manage", act: (v, t) => disableMember(v, DisableMember.parse(aimed(t.active))) },
  enableMember: { permission: "users.manage", act: (v, t) => enableMember(v, EnableMember.parse(aimed(t.disabled))) },
  deleteUser: { permission: "users.manage", act: (v, t) => deleteUser(v, DeleteUser.parse(aimed(t.active))) },
  sendReset: { permission: "users.manage", act: (v, t) => sendReset(v, SendReset.parse(aimed(t.active))) },
  resendInvitation: {
    permission: "users.manage",
    act: (v, t) => resendInvitation(v, ResendInvitation.parse(aimed(t.pending))),
  },
  withdrawInvitation: {
    permission: "users.manage",
    act: (v, t) => withdrawInvitation(v, WithdrawInvitation.parse(aimed(t.pending))),
  },
  removeAccess: { permission: "users.manage", act: (v, t) => removeAccess(v, RemoveAccess.parse(aimed(t.guest))) },
  copyInvitationLink: {
    permission: "users.manage",
    act: (v, t) => copyInvitationLink(v, CopyInvitationLink.parse(aimed(t.pending))),
  },
  sendAgain: { permission: "users.manage", act: async (v, t) => sendAgain(v, SendAgain.parse(await lostEmail(t))) },
  leaveIt: { permission: "users.manage", act: async (v, t) => leaveIt(v, LeaveIt.parse(await lostEmail(t))) },
};
