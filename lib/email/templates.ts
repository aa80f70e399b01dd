import type { z } from "zod";
import { askedAgain } from "./letters/asked-again";
import { confirmEmail } from "./letters/confirm-email";
import { emailChanged } from "./letters/email-changed";
import { join } from "./letters/join";
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
  "email-changed": emailChanged,
  "asked-again": askedAgain,
};

type Templates = typeof templates;
export type TemplateName = keyof Templates;

/** A letter to send: its template's name and its props. `url`, where there is one, is kept encrypted until it is sent. */
export type Letter = { [N in TemplateName]: { template: N } & z.input<Templates[N]["schema"]> }[TemplateName];

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name);
