"use server";

import { AddAccount, addAccount } from "@/lib/accounts/add";
import { formAction } from "@/lib/web/form-action";
import { goHome } from "@/lib/web/home";

export const createCompany = formAction(AddAccount, addAccount, ({ company, memberId }) =>
  goHome(memberId, `${company} is ready. You are its first Admin.`),
);
