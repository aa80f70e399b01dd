"use server";

import { ForgotUsername, forgotUsername } from "@/lib/users/forgot-username";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

export const remind = visitorAction(ForgotUsername, forgotUsername, () =>
  goTo("/forgot-username", "If that account exists, we have emailed the username."),
);
