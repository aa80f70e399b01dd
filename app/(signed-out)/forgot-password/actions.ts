"use server";

import { ForgotPassword, forgotPassword } from "@/lib/users/forgot-password";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

export const sendLink = visitorAction(ForgotPassword, forgotPassword, () =>
  goTo("/forgot-password", "If that account exists, we have emailed a reset link."),
);
