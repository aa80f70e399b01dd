"use server";

import { RemoveView, removeView } from "@/lib/saved-views/remove";
import { SaveView, saveView } from "@/lib/saved-views/save";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const save = formAction(SaveView, saveView, ({ name, address }) => goTo(address, `“${name}” is saved.`));
export const remove = formAction(RemoveView, removeView, ({ name }) => stay(`The view “${name}” is removed.`));
