import type { z } from "zod";
import type { links } from "@/db/schema";
import { askedAgain } from "./letters/asked-again";
import { campaignAsked } from "./letters/campaign-asked";
import { campaignPaused } from "./letters/campaign-paused";
import { confirmEmail } from "./letters/confirm-email";
import { emailChangeAsked } from "./letters/email-change-asked";
import { emailChanged } from "./letters/email-changed";
import { emailEntered } from "./letters/email-entered";
import { join } from "./letters/join";
import { loginAttempts } from "./letters/login-attempts";
import { passwordChanged } from "./letters/password-changed";
import { reset } from "./letters/reset";
import { usernameReminder } from "./letters/username-reminder";
import { welcome } from "./letters/welcome";

/** Every letter that Lineup writes, by the name that the outbox keeps. */
export const templates = {
  welcome,
  join,
  reset,
  "username-reminder": usernameReminder,
  "password-changed": passwordChanged,
  "confirm-email": confirmEmail,
  "email-change-asked": emailChangeAsked,
  "email-changed": emailChanged,
  "email-entered": emailEntered,
  "asked-again": askedAgain,
  "login-attempts": loginAttempts,
  "campaign-paused": campaignPaused,
  "campaign-asked": campaignAsked,
};

type Templates = typeof templates;
export type TemplateName = keyof Templates;

/** A letter to send: its template's name and its props. `url`, where there is one, is kept encrypted until it is sent. */
export type Letter = { [N in TemplateName]: { template: N } & z.input<Templates[N]["schema"]> }[TemplateName];

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name);

/**
 * How it can be sent again: an invitation, a reset or a check of an address with a fresh link, a note as it was. What a
 * person asked for themself only they can ask for again.
 */
export type Again = "invitation" | "reset" | "check" | "note" | "asked";

export type Link = (typeof links.$inferSelect)["purpose"];

/** `brings`: the link in it, of which nothing is left to decide once that was used, replaced or withdrawn. */
const KNOWN_AS: Record<TemplateName, { name: string; again: Again; brings?: Link }> = {
  welcome: { name: "Welcome", again: "invitation", brings: "invitation" },
  join: { name: "Invitation to join", again: "invitation", brings: "invitation" },
  reset: { name: "Password reset link", again: "reset", brings: "reset" },
  "username-reminder": { name: "Username reminder", again: "asked" },
  "password-changed": { name: "Password changed", again: "note" },
  "confirm-email": { name: "Confirm new address", again: "asked", brings: "email-change" },
  "email-change-asked": { name: "Email change asked for", again: "asked", brings: "email-stop" },
  "email-changed": { name: "Email address changed", again: "note" },
  "email-entered": { name: "Confirm entered address", again: "check", brings: "email-check" },
  "login-attempts": { name: "Somebody is trying to log in", again: "note" },
  "asked-again": { name: "New invitation asked for", again: "asked" },
  "campaign-asked": { name: "Campaign to confirm", again: "asked" },
  "campaign-paused": { name: "Campaign paused", again: "asked" },
};

/** What people call a letter; one queued by a newer version of the portal, as that calls it. */
export const nameOfTemplate = (template: string) => (isTemplate(template) ? KNOWN_AS[template].name : template);

export const againOf = (template: string): Again => (isTemplate(template) ? KNOWN_AS[template].again : "asked");

export const templatesSentAgain = (again: Again) =>
  Object.entries(KNOWN_AS).flatMap(([name, known]) => (known.again === again ? [name] : []));

export const lettersWith = (link: Link) =>
  Object.entries(KNOWN_AS).flatMap(([name, { brings }]) => (brings === link ? [name] : []));
