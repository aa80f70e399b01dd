"use server";

import { CloseFirstDays, closeFirstDays } from "@/lib/accounts/close-first-days";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const dismissFirstDays = formAction(CloseFirstDays, closeFirstDays, () =>
  goTo("/admin", "“First days” is dismissed."),
);
