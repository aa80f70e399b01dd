import type { Viewer } from "@/lib/access/viewer";
import { SwitchAccount, switchAccount } from "@/lib/accounts/switch";
import { EndOtherSessions, endOtherSessions } from "@/lib/auth/session/end-other-sessions";
import { EndSession, endSession } from "@/lib/auth/session/end-session";
import { JoinAccount, joinAccount } from "@/lib/invitations/join";
import { ChangePassword, changePassword } from "@/lib/users/change-password";
import { CancelEmailChange, cancelEmailChange } from "@/lib/users/email/cancel-email-change";
import { ResendEmailChange, resendEmailChange } from "@/lib/users/email/resend-email-change";
import { UpdateProfile, updateProfile } from "@/lib/users/update-profile";
import { makeCompany, onceKey, openSession, PASSWORD, type Person, unique, viewerOf } from "../cast";
import { linkTo } from "../links";
import { rowsOf, sessionsOf } from "../rows";
import type { Alone } from "./target";

const anew = { password: "teal anchor violin 83", confirmPassword: "teal anchor violin 83" };

const somebody = async () => (await makeCompany()).endUser();

/** Their profile as its page shows it, with another address. */
async function profileOf(person: Person) {
  const revision = (await rowsOf(person))?.member.revision;
  const email = `New.${unique()}@Harbour.Example`;
  return { ...person, contactNumber: "", email, currentPassword: PASSWORD, revision };
}

const save = (viewer: Viewer, form: object) => updateProfile(viewer, UpdateProfile(viewer).parse(form));

/** Somebody who waits for the link to another address. */
async function waiting() {
  const person = await somebody();
  const actor = await viewerOf(person);
  await save(actor, { ...(await profileOf(person)), once: onceKey() });
  return { actor, form: {} };
}

/** Somebody whose login has a place in another company, too. */
async function inTwo(place: "Active" | "Pending") {
  const person = await somebody();
  const guest = await (await makeCompany()).guest(person, { place });
  return { actor: await viewerOf(person), guest };
}

/** What everybody may do to themself and to nobody else, so that it takes no target but one's own session. */
export const OWN_ACTIONS: Record<string, Alone<Viewer>> = {
  cancelEmailChange: { ready: waiting, send: (v, form) => cancelEmailChange(v, CancelEmailChange.parse(form)) },
  changePassword: {
    ready: async () => ({ actor: await viewerOf(await somebody()), form: { ...anew, currentPassword: PASSWORD } }),
    send: (v, form) => changePassword(v, ChangePassword.parse(form)),
  },
  closeWelcome: { noKey: "what is closed stays closed" },
  saveView: { noKey: "the same view under the same name is there once" },
  removeView: { noKey: "what is removed is gone" },
  dropForm: { noKey: "what is dropped is gone" },
  joinAccount: {
    ready: async () => {
      const { actor, guest } = await inTwo("Pending");
      return { actor, form: { token: await linkTo(guest, "invitation") } };
    },
    send: (v, form) => joinAccount(v, JoinAccount.parse(form)),
  },
  switchAccount: {
    ready: async () => {
      const { actor, guest } = await inTwo("Active");
      return { actor, form: { memberId: guest.memberId } };
    },
    send: (v, form) => switchAccount(v, SwitchAccount.parse(form)),
  },
  endOtherSessions: {
    ready: async () => {
      const person = await somebody();
      await openSession(person);
      return { actor: await viewerOf(person), form: { currentPassword: PASSWORD } };
    },
    send: (v, form) => endOtherSessions(v, EndOtherSessions.parse(form)),
  },
  endSession: {
    ready: async () => {
      const person = await somebody();
      await openSession(person);
      const sessionId = (await sessionsOf(person))[0]?.id;
      return { actor: await viewerOf(person), form: { sessionId, currentPassword: PASSWORD } };
    },
    send: (v, form) => endSession(v, EndSession.parse(form)),
  },
  logOut: { noKey: "the session that would send it again is gone" },
  resendEmailChange: { ready: waiting, send: (v, form) => resendEmailChange(v, ResendEmailChange.parse(form)) },
  updateProfile: {
    ready: async () => {
      const person = await somebody();
      return { actor: await viewerOf(person), form: await profileOf(person) };
    },
    send: save,
  },
};
