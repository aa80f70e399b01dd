"use server";

import { LogIn, logIn } from "@/lib/auth/log-in";
import { LogOut, logOut } from "@/lib/auth/log-out";
import { safePath } from "@/lib/safe-path";
import { goTo } from "@/lib/web/back";
import { formAction, visitorAction } from "@/lib/web/form-action";
import { endSession, startSession } from "@/lib/web/session-cookie";

export const enter = visitorAction(LogIn, logIn, async ({ token, next }) => {
  await startSession(token);
  await goTo(safePath(next));
});

export const leave = formAction(LogOut, logOut, async () => {
  await endSession();
  await goTo("/login", "You are logged out.");
});
