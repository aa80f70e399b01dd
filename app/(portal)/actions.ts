"use server";

import { SwitchAccount, switchAccount } from "@/lib/accounts/switch";
import { CloseWelcome, closeWelcome } from "@/lib/auth/close-welcome";
import { LogOut, logOut } from "@/lib/auth/log-out";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { goHome } from "@/lib/web/home";
import { requestedPath } from "@/lib/web/request";
import { endSession } from "@/lib/web/session-cookie";

export const leave = formAction(LogOut, logOut, async () => {
  await endSession();
  return goTo("/login", "You are logged out.");
});

/** To the beginning: what was open belongs to the other account. */
export const switchTo = formAction(SwitchAccount, switchAccount, ({ company, memberId }) =>
  goHome(memberId, `You are in ${company} now.`),
);

export const gotIt = formAction(CloseWelcome, closeWelcome, async () => goTo(await requestedPath()));
