import { randomUUID } from "node:crypto";
import { CopyInvitationLink, copyInvitationLink } from "@/lib/invitations/copy-link";
import { ResendInvitation, resendInvitation } from "@/lib/invitations/resend";
import { WithdrawInvitation, withdrawInvitation } from "@/lib/invitations/withdraw";
import { RemoveAccess, removeAccess } from "@/lib/members/access/remove-access";
import { AddMember, addMember } from "@/lib/members/add";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember, editMember } from "@/lib/members/edit";
import { EnableMember, enableMember } from "@/lib/members/enable";
import { LeaveIt, leaveIt } from "@/lib/outbox/log/leave-unsent";
import { SendAgain, sendAgain } from "@/lib/outbox/log/send-again";
import { UndoAct, undoAct } from "@/lib/undo/undo-act";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { SendReset, sendReset } from "@/lib/users/send-reset";
import { emailTo } from "../emails";
import { rowsOf } from "../rows";
import { enabledBy } from "../undos";
import { aimed, person, type Row, type Target } from "./target";

/** A lost invitation, or an email that there is not once the person is gone: what then is left is only the root's. */
const lostEmail = async ({ pending }: Target) => ({
  emailId: (await rowsOf(pending)) ? await emailTo(pending) : randomUUID(),
});

const seenOf = async ({ active }: Target) => {
  const now = await rowsOf(active);
  return { revision: now?.member.revision ?? 1, defaultNumber: now?.member.defaultNumberId ?? "" };
};

const edit: Row["send"] = (v, form) => editMember(v, EditMember(v).parse(form));

/** What is done to people. */
export const MEMBER_ACTIONS: Record<string, Row> = {
  addMember: {
    permission: "users.manage",
    everywhere: true,
    form: () => ({ ...person(), userType: "end-user" }),
    send: (v, form) => addMember(v, AddMember(v).parse(form)),
  },
  editMember: {
    permission: "users.manage",
    form: async (_, t) => ({ ...person(), ...(await seenOf(t)), ...aimed(t.active) }),
    send: edit,
  },
  "editMember, its access": {
    permission: "users.manage",
    form: async (_, t) => {
      const access = { newRole: "viewer", newGroup: t.groupId, reviewed: "live" };
      return { ...person(), ...(await seenOf(t)), ...access, ...aimed(t.active) };
    },
    send: edit,
  },
  disableMember: {
    permission: "users.manage",
    form: (_, t) => aimed(t.active),
    send: (v, form) => disableMember(v, DisableMember.parse(form)),
  },
  enableMember: {
    permission: "users.manage",
    form: (_, t) => aimed(t.disabled),
    send: (v, form) => enableMember(v, EnableMember.parse(form)),
  },
  deleteUser: {
    permission: "users.manage",
    form: (_, t) => aimed(t.active),
    send: (v, form) => deleteUser(v, DeleteUser.parse(form)),
  },
  sendReset: {
    permission: "users.manage",
    form: (_, t) => aimed(t.active),
    send: (v, form) => sendReset(v, SendReset.parse(form)),
  },
  resendInvitation: {
    permission: "users.manage",
    form: (_, t) => aimed(t.pending),
    send: (v, form) => resendInvitation(v, ResendInvitation.parse(form)),
  },
  withdrawInvitation: {
    permission: "users.manage",
    form: (_, t) => aimed(t.pending),
    send: (v, form) => withdrawInvitation(v, WithdrawInvitation.parse(form)),
  },
  removeAccess: {
    permission: "users.manage",
    form: (_, t) => aimed(t.guest),
    send: (v, form) => removeAccess(v, RemoveAccess.parse(form)),
  },
  copyInvitationLink: {
    permission: "users.manage",
    form: (_, t) => aimed(t.pending),
    send: (v, form) => copyInvitationLink(v, CopyInvitationLink.parse(form)),
    noKey: "its answer would be kept with the link in it; the second link is simply the one that works",
  },
  sendAgain: {
    permission: "users.manage",
    form: (_, t) => lostEmail(t),
    send: (v, form) => sendAgain(v, SendAgain.parse(form)),
  },
  leaveIt: {
    permission: "users.manage",
    form: (_, t) => lostEmail(t),
    send: (v, form) => leaveIt(v, LeaveIt.parse(form)),
  },
  undoAct: {
    permission: "users.manage",
    form: async (viewer, t) => ({ undoId: await enabledBy(viewer, t.active) }),
    send: (v, form) => undoAct(v, UndoAct.parse(form)),
  },
};
