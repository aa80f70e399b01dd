"use server";

import { StopEmailChange, stopEmailChange } from "@/lib/users/stop-email-change";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";

export const stopChange = visitorAction(StopEmailChange, stopEmailChange, async () => {
  await leave();
  await goTo("/login", "The change is stopped. We have emailed you a link to choose a new password.");
});
