"use server";

import { CheckEmail, checkEmail } from "@/lib/users/email/check-email";
import { ConfirmEmail, confirmEmail } from "@/lib/users/email/confirm-email";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";
import { leave } from "@/lib/web/session-cookie";
import { currentViewer } from "@/lib/web/viewer";

const confirmed = async ({ userId }: { userId: string }) => {
  const viewer = await currentViewer();
  if (viewer?.userId === userId) await goTo("/settings/profile", "Your new email address is confirmed.");
  await leave();
  await goTo("/login", "Your new email address is confirmed.");
};

export const confirm = visitorAction(ConfirmEmail, confirmEmail, confirmed);
export const check = visitorAction(CheckEmail, checkEmail, confirmed);
