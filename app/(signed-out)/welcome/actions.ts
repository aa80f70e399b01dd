"use server";

import { LogOut, logOut } from "@/lib/auth/log-out";
import { AcceptInvitation, acceptInvitation } from "@/lib/invitations/accept";
import { AskAgain, askAgain } from "@/lib/invitations/ask-again";
import { JoinAccount, joinAccount } from "@/lib/invitations/join";
import { JoinWithPassword, joinWithPassword } from "@/lib/invitations/join-with-password";
import { stay } from "@/lib/web/back";
import { formAction, visitorAction } from "@/lib/web/form-action";
import { comeIn, goHome } from "@/lib/web/home";
import { endSession } from "@/lib/web/session-cookie";

export const createPassword = visitorAction(AcceptInvitation, acceptInvitation, (accepted) => comeIn(accepted));

export const askForAnother = visitorAction(AskAgain, askAgain, () => stay());

export const join = formAction(JoinAccount, joinAccount, ({ company, memberId }) =>
  goHome(memberId, `You have joined ${company}.`),
);

export const joinByPassword = visitorAction(JoinWithPassword, joinWithPassword, (joined) =>
  comeIn(joined, `You have joined ${joined.company}.`),
);

/** The same page again, now with the way to the login. */
export const leaveFirst = formAction(LogOut, logOut, async () => {
  await endSession();
  return stay("You are logged out.");
});
