"use server";

import { LogOut, logOut } from "@/lib/auth/log-out";
import { DropForm, dropForm } from "@/lib/forms/drop-form";
import { safePath } from "@/lib/safe-path";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { requestedPath } from "@/lib/web/request";
import { endSession } from "@/lib/web/session-cookie";

/** To another page, or to the same one; its words there see to it that the layout is asked anew as well. */
export const drop = formAction(DropForm, dropForm, ({ to }) =>
  to ? goTo(safePath(to)) : stay("The form is empty again."),
);

/** Somebody else opened this page: to the login and back here, where they find what they had typed. */
export const makeWay = formAction(LogOut, logOut, async () => {
  await endSession();
  return goTo(
    `/login?next=${encodeURIComponent(await requestedPath())}`,
    "You are logged out. What was typed is kept for whoever opened that page: they log in here.",
  );
});
