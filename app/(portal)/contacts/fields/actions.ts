"use server";

import { AddContactField, addContactField } from "@/lib/contacts/fields/add";
import { RemoveContactField, removeContactField } from "@/lib/contacts/fields/remove";
import { RenameContactField, renameContactField } from "@/lib/contacts/fields/rename";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { CONTACT_FIELDS } from "./address";

export const add = formAction(AddContactField, addContactField, ({ name }) =>
  goTo(CONTACT_FIELDS, `${name} is added.`),
);
export const rename = formAction(RenameContactField, renameContactField, ({ name }) => stay(`${name} is saved.`));
export const remove = formAction(RemoveContactField, removeContactField, ({ name }) =>
  goTo(CONTACT_FIELDS, `${name} is removed.`),
);
