"use server";

import { ResetPassword, resetPassword } from "@/lib/users/reset-password";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";

export const savePassword = visitorAction(ResetPassword, resetPassword, async () => {
  await leave();
  await goTo("/login", "Your new password is saved. Log in with it.");
});
