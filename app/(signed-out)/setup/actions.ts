"use server";

import { SetUp, setUp } from "@/lib/accounts/set-up";
import { goTo } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

export const createCompany = visitorAction(SetUp, setUp, () => goTo("/login", "Your company is ready. Log in."));
