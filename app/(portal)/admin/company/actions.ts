"use server";

import { EditCompany, editCompany } from "@/lib/accounts/edit-company";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const save = formAction(EditCompany, editCompany, () => stay("Company information is saved."));
