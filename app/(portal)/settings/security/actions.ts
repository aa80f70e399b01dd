"use server";

import { EndOtherSessions, endOtherSessions } from "@/lib/auth/session/end-other-sessions";
import { EndSession, endSession } from "@/lib/auth/session/end-session";
import { ChangePassword, changePassword } from "@/lib/users/change-password";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { staysKnown } from "@/lib/web/session-cookie";

export const savePassword = formAction(ChangePassword, changePassword, async () => {
  await staysKnown();
  await stay("Your password is changed. Everywhere else you are logged out.");
});
export const logOutThere = formAction(EndSession, endSession, ({ device }) => stay(`${device} is logged out.`));
export const logOutOthers = formAction(EndOtherSessions, endOtherSessions, () =>
  stay("Everywhere else you are logged out."),
);
