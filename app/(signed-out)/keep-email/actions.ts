"use server";

import { emailWords } from "@/lib/outbox/way-out";
import { StopEmailChange, stopEmailChange } from "@/lib/users/email/stop-email-change";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";

const MAILED = {
  sent: "The change is stopped. We have emailed you a link to choose a new password.",
  done: "The change is stopped.",
  instead: "the link to choose a new password waits until it can be sent",
};

export const stopChange = visitorAction(StopEmailChange, stopEmailChange, async ({ mailed }) => {
  await leave();
  await goTo("/login", mailed ? await emailWords(MAILED) : MAILED.done);
});
