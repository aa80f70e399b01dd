"use server";

import { ifSetUp } from "@/lib/outbox/way-out";
import { ForgotUsername, forgotUsername } from "@/lib/users/forgot-username";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

const SENT = "If that account exists, we have emailed the username.";

export const remind = visitorAction(ForgotUsername, forgotUsername, () =>
  goTo("/forgot-username", ifSetUp(SENT, "Email is not set up, so no username was sent.")),
);
