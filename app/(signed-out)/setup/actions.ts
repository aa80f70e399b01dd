"use server";

import { proposeUsername, SetUp, setUp } from "@/lib/accounts/set-up";
import { visitorAction } from "@/lib/web/form-action";
import { comeIn } from "@/lib/web/home";

export const createCompany = visitorAction(SetUp, setUp, (made) => comeIn(made), { ahead: proposeUsername });
