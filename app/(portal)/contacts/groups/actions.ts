"use server";

import { AddContactGroup, addContactGroup } from "@/lib/contacts/groups/add";
import { CONTACT_GROUPS } from "@/lib/contacts/groups/contact-groups-query";
import { PutInContactGroup, putInContactGroup } from "@/lib/contacts/groups/put";
import { RemoveContactGroup, removeContactGroup } from "@/lib/contacts/groups/remove";
import { RenameContactGroup, renameContactGroup } from "@/lib/contacts/groups/rename";
import { TakeOutOfContactGroup, takeOutOfContactGroup } from "@/lib/contacts/groups/take-out";
import { goTo, stay } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { afterwards, peopleWords } from "../words";

export const add = formAction(AddContactGroup, addContactGroup, ({ name }) =>
  goTo(CONTACT_GROUPS, `${name} is added.`),
);
export const remove = formAction(RemoveContactGroup, removeContactGroup, ({ name }) =>
  goTo(CONTACT_GROUPS, `${name} is removed.`),
);
export const rename = formAction(RenameContactGroup, renameContactGroup, ({ name }) => stay(`${name} is saved.`), {
  acts: { remove },
});
type Done = { count: number; name: string; list: string; rest: string | null };

const joined = async ({ count, name }: Done) =>
  count === 0 ? `They are in ${name} already.` : `${peopleWords(count, await figures())} added to ${name}.`;
const left = async ({ count, name }: Done) =>
  count === 0 ? `Nobody of them is in ${name}.` : `${peopleWords(count, await figures())} removed from ${name}.`;

/** On the contact's own page. */
export const put = formAction(PutInContactGroup, putInContactGroup, async (done) => stay(await joined(done)));
export const takeOut = formAction(TakeOutOfContactGroup, takeOutOfContactGroup, async (done) => stay(await left(done)));
/** From the list. */
export const putMany = formAction(PutInContactGroup, putInContactGroup, async (done) =>
  goTo(afterwards("put", done), await joined(done)),
);
export const takeOutMany = formAction(TakeOutOfContactGroup, takeOutOfContactGroup, async (done) =>
  goTo(afterwards("take-out", done), await left(done)),
);
