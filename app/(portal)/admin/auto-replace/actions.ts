"use server";

import { SetAutoReplace, setAutoReplace } from "@/lib/auto-replace/set";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const save = formAction(SetAutoReplace, setAutoReplace, () => stay("Auto-Replace is saved."));
