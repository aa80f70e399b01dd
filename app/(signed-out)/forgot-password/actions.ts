"use server";

import { ifSetUp } from "@/lib/outbox/way-out";
import { ForgotPassword, forgotPassword } from "@/lib/users/forgot-password";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

const SENT = "If that account exists, we have emailed a reset link.";

export const sendLink = visitorAction(ForgotPassword, forgotPassword, () =>
  goTo("/forgot-password", ifSetUp(SENT, "Email is not set up, so no reset link was sent.")),
);
