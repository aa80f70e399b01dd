"use server";

import { AcceptInvitation, acceptInvitation } from "@/lib/invitations/accept";
import { AskAgain, askAgain } from "@/lib/invitations/ask-again";
import { goTo, stay } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";

export const createPassword = visitorAction(AcceptInvitation, acceptInvitation, async () => {
  await leave();
  await goTo("/login", "Your password is saved. Log in.");
});

export const askForAnother = visitorAction(AskAgain, askAgain, () =>
  stay("The Admin who invited you has been told. A new invitation comes by email."),
);
