import { writeDb } from "@/db/write";
import type { Visitor } from "@/lib/access/viewer";
import { SetUp, setUp } from "@/lib/accounts/set-up";
import { setupCode } from "@/lib/accounts/setup-code";
import { provide } from "@/lib/env";
import { AcceptInvitation, acceptInvitation } from "@/lib/invitations/accept";
import { AskAgain, askAgain } from "@/lib/invitations/ask-again";
import type { Purpose } from "@/lib/links/purposes";
import { WriteAsCustomer, writeAsCustomer } from "@/lib/messages/phone/write-as-customer";
import { AskToJoin, askToJoin } from "@/lib/subscriptions/ask";
import { StopTexts, stopTexts } from "@/lib/unsubscribe/stop-texts";
import { addUnsubscribeLinks } from "@/lib/unsubscribe/unsubscribe-links";
import { CheckEmail, checkEmail } from "@/lib/users/email/check-email";
import { ConfirmEmail, confirmEmail } from "@/lib/users/email/confirm-email";
import { StopEmailChange, stopEmailChange } from "@/lib/users/email/stop-email-change";
import { ForgotPassword, forgotPassword } from "@/lib/users/forgot-password";
import { ForgotUsername, forgotUsername } from "@/lib/users/forgot-username";
import { ResetPassword, resetPassword } from "@/lib/users/reset-password";
import { makeSubscriptionLink, somePhone } from "../carrier/subscriptions";
import { makeLine } from "../carrier/texting";
import { makeCompany, unique, visitor } from "../cast";
import { expire, linkTo } from "../links";
import type { Alone } from "./target";

const anew = { password: "teal anchor violin 83", confirmPassword: "teal anchor violin 83" };

const somebody = async () => (await makeCompany()).endUser();

/** Somebody with a link, which they have opened. */
const opening = (purpose: Purpose, email?: string) => async () => {
  const person = await somebody();
  return { actor: visitor(), form: { token: await linkTo(person, purpose, email ?? person.email), ...anew } };
};

const toNew = () => opening("email-change", `New.${unique()}@Harbour.Example`)();

/** What somebody does who is not logged in. */
export const VISITOR_ACTIONS: Record<string, Alone<Visitor>> = {
  // First: it is for an empty database alone.
  setUp: {
    ready: async () => {
      const admin = {
        firstName: "Ana",
        lastName: "Silva",
        username: `Ana.${unique()}`,
        email: `${unique()}@x.example`,
      };
      return {
        actor: visitor(),
        form: { ...admin, ...anew, company: "Harbour", timeZone: "UTC", setupCode: setupCode() },
      };
    },
    send: (v, form) => setUp(v, SetUp.parse(form)),
    logsIn: true,
  },
  acceptInvitation: {
    ready: async () => {
      const person = await (await makeCompany()).pending();
      return { actor: visitor(), form: { token: await linkTo(person, "invitation"), ...anew } };
    },
    send: (v, form) => acceptInvitation(v, AcceptInvitation.parse(form)),
    logsIn: true,
  },
  askAgain: {
    ready: async () => {
      const token = await linkTo(await (await makeCompany()).pending(), "invitation");
      await expire(token);
      return { actor: visitor(), form: { token } };
    },
    send: (v, form) => askAgain(v, AskAgain.parse(form)),
  },
  checkEmail: { ready: opening("email-check"), send: (v, form) => checkEmail(v, CheckEmail.parse(form)) },
  confirmEmail: { ready: toNew, send: (v, form) => confirmEmail(v, ConfirmEmail.parse(form)) },
  stopEmailChange: { ready: opening("email-stop"), send: (v, form) => stopEmailChange(v, StopEmailChange.parse(form)) },
  resetPassword: { ready: opening("reset"), send: (v, form) => resetPassword(v, ResetPassword.parse(form)) },
  forgotPassword: {
    ready: async () => ({ actor: visitor(), form: { identifier: (await somebody()).email.toUpperCase() } }),
    send: (v, form) => forgotPassword(v, ForgotPassword.parse(form)),
  },
  forgotUsername: {
    ready: async () => ({ actor: visitor(), form: { email: (await somebody()).email.toUpperCase() } }),
    send: (v, form) => forgotUsername(v, ForgotUsername.parse(form)),
  },
  writeAsCustomer: {
    ready: async () => {
      provide({ LINEUP_EMBEDDED: "1" });
      const { e164: to } = await makeLine();
      return { actor: { ...visitor(), isHere: true }, form: { from: "+12025550188", to, message: "Are you open?" } };
    },
    send: (v, form) => writeAsCustomer(v, WriteAsCustomer.parse(form)),
  },
  askToJoin: {
    ready: async () => {
      const company = await makeCompany();
      const line = await company.number();
      const by = await company.admin({ lines: [line] });
      const { token } = await makeSubscriptionLink({ by, line });
      return { actor: visitor(), form: { token, phone: somePhone() } };
    },
    send: (v, form) => askToJoin(v, AskToJoin.parse(form)),
  },
  stopTexts: {
    ready: async () => {
      const { accountId, ...company } = await makeCompany();
      const from = { accountId, numberId: (await company.number()).id, campaignId: null };
      const links = await writeDb.transaction((tx) => addUnsubscribeLinks(tx, from, ["+12025550188"]));
      const token = links.get("+12025550188")?.split("/").at(-1);
      return { actor: visitor(), form: { token } };
    },
    send: (v, form) => stopTexts(v, StopTexts.parse(form)),
  },
  joinWithPassword: { noKey: "its link is used up: sent again, it is told so and lets nobody in" },
  logIn: { noKey: "every login is one of its own" },
};
