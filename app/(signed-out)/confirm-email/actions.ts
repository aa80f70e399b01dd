"use server";

import { ConfirmEmail, confirmEmail } from "@/lib/users/confirm-email";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";
import { currentViewer } from "@/lib/web/viewer";

export const confirm = visitorAction(ConfirmEmail, confirmEmail, async ({ userId }) => {
  const viewer = await currentViewer();
  if (viewer?.userId === userId) await goTo("/settings/profile", "Your new email address is confirmed.");
  await leave();
  await goTo("/login", "Your new email address is confirmed.");
});
