"use server";

import { AddContact, addContact } from "@/lib/contacts/add";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { DeleteContacts, deleteContacts } from "@/lib/contacts/delete";
import { EditContact, editContact } from "@/lib/contacts/edit";
import { EraseContact, eraseContact } from "@/lib/contacts/erase/erase";
import { MergeContacts, mergeContacts } from "@/lib/contacts/merge";
import { OptOutContacts, optOutContacts } from "@/lib/contacts/opt-out";
import { PartContacts, partContacts } from "@/lib/contacts/part";
import { asLeft } from "@/lib/web/as-left";
import { goTo, stay } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { put, takeOut } from "./groups/actions";
import { afterwards, peopleWords } from "./words";

/** Of a number that was somebody's before, and stays as they left it. */
const STOPPED = "This number has opted out: it gets no texts.";

export const add = formAction(AddContact, addContact, ({ id, name, hasOptedOut }) =>
  goTo(`${CONTACTS}/${id}`, hasOptedOut ? `${name} is added. ${STOPPED}` : `${name} is added.`),
);
export const optOut = formAction(OptOutContacts, optOutContacts, ({ undo }) =>
  stay("They get no texts any more.", { undo }),
);
export const optOutMany = formAction(OptOutContacts, optOutContacts, async (done) =>
  goTo(
    afterwards("opt-out", done),
    `${peopleWords(done.count, await figures())} ${done.count === 1 ? "gets" : "get"} no texts any more.`,
    { undo: done.undo },
  ),
);
export const remove = formAction(DeleteContacts, deleteContacts, async (done) =>
  goTo(
    done.list || done.rest ? afterwards("delete", done) : await asLeft(CONTACTS),
    `${peopleWords(done.count, await figures())} deleted.`,
  ),
);
export const erase = formAction(EraseContact, eraseContact, async () =>
  goTo(await asLeft(CONTACTS), "The contact is erased."),
);
export const merge = formAction(MergeContacts, mergeContacts, ({ other }) =>
  stay(`${other} is shown here now. You can undo this for 30 days.`),
);
export const part = formAction(PartContacts, partContacts, ({ other }) => stay(`${other} is a contact again.`));
export const edit = formAction(
  EditContact,
  editContact,
  ({ hasOptedOut }) => stay(hasOptedOut ? `Saved. ${STOPPED}` : "Saved."),
  {
    acts: { "opt-out": optOut, remove, merge, part, group: put, "take-out": takeOut },
  },
);
