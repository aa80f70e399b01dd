"use server";

import { LogIn, logIn } from "@/lib/auth/log-in";
import { safePath } from "@/lib/safe-path";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { goHome } from "@/lib/web/home";
import { startSession } from "@/lib/web/session-cookie";

export const enter = visitorAction(LogIn, logIn, async ({ token, memberId, next }) => {
  await startSession(token);
  const wanted = safePath(next);
  await (wanted === "/" ? goHome(memberId) : goTo(wanted));
});
