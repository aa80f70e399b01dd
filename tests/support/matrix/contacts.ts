import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { contactGroupMembers, contactGroups, contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { AddContact, addContact } from "@/lib/contacts/add";
import { DeleteContacts, deleteContacts } from "@/lib/contacts/delete";
import { EditContact, editContact } from "@/lib/contacts/edit";
import { EraseContact, eraseContact } from "@/lib/contacts/erase/erase";
import { AddContactField, addContactField } from "@/lib/contacts/fields/add";
import { RemoveContactField, removeContactField } from "@/lib/contacts/fields/remove";
import { RenameContactField, renameContactField } from "@/lib/contacts/fields/rename";
import { AddContactGroup, addContactGroup } from "@/lib/contacts/groups/add";
import { PutInContactGroup, putInContactGroup } from "@/lib/contacts/groups/put";
import { RemoveContactGroup, removeContactGroup } from "@/lib/contacts/groups/remove";
import { RenameContactGroup, renameContactGroup } from "@/lib/contacts/groups/rename";
import { TakeOutOfContactGroup, takeOutOfContactGroup } from "@/lib/contacts/groups/take-out";
import { AnswerImport, answerImport } from "@/lib/contacts/import/answer";
import { PreviewContacts, previewContacts } from "@/lib/contacts/import/preview";
import { MergeContacts, mergeContacts } from "@/lib/contacts/merge";
import { OptOutContacts, optOutContacts } from "@/lib/contacts/opt-out";
import { PartContacts, partContacts } from "@/lib/contacts/part";
import { UndoAct, undoAct } from "@/lib/undo/undo-act";
import { makeField } from "../carrier/campaigns";
import { unique } from "../cast";
import { makeTalk } from "../talk";
import { optedOutBy } from "../undos";
import type { Row, Target } from "./target";

const permission = "contacts.manage";

/** As their page shows them, with another name. */
async function formOf({ contactId }: Target) {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  const { phone, revision } = contact ?? { phone: "+14155550123", revision: 1 };
  return { contactId, firstName: "Renamed", lastName: "", phone, revision: String(revision) };
}

/** Somebody else on the same line, by their number. */
const another = ({ numberId, contactId }: Target) =>
  makeTalk({ line: { id: numberId } }).catch(() => ({ contactId, phone: "+14155550199" }));

/** The same once it is shown with the target's contact. */
async function merged(target: Target) {
  const { contactId: otherId } = await another(target);
  const nothing = { firstName: "Olive", lastName: "Grant", otherNames: [] };
  const was = { ...nothing, company: null, email: null, timeZone: null, notes: null, fieldValues: {} };
  const [known] = await db.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, target.contactId));
  if (known)
    await writeDb
      .update(contacts)
      .set({ mergedInto: known.id, mergedAt: new Date(), beforeMerge: { from: was, into: was, merged: was } })
      .where(eq(contacts.id, otherId));
  return { contactId: target.contactId, otherId };
}

/** A contact group with them in it; of a contact that isn't there, one that isn't there. */
async function groupWith({ contactId }: Target) {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  if (!contact) return { id: contactId, name: "Nobody's" };
  const { accountId } = contact;
  const group = { id: v7(), accountId, name: unique() };
  await writeDb.insert(contactGroups).values(group);
  await writeDb.insert(contactGroupMembers).values({ accountId, groupId: group.id, contactId });
  return group;
}

/** A field of their company's; of a contact that isn't there, one that isn't there. */
async function fieldOf({ contactId }: Target) {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  return contact ? (await makeField(contact.accountId, unique())).id : contactId;
}

const list = () => `Name,Phone\n${unique()},+1415${String(Date.now()).slice(-7)}`;

/** A list that the viewer looks through; of who may not, one that isn't there. */
async function listOf(viewer: Viewer) {
  const form = await PreviewContacts.parseAsync({ rows: list(), once: v7() });
  const made = await previewContacts(viewer, form).catch(() => null);
  return made?.importId ?? v7();
}

/** What is done to contacts. */
export const CONTACT_ACTIONS: Record<string, Row> = {
  addContact: {
    permission,
    everywhere: true,
    form: () => ({ firstName: "Nora", phone: `+1415${String(Date.now()).slice(-7)}` }),
    send: (v, form) => addContact(v, AddContact(v).parse(form)),
  },
  editContact: {
    permission,
    form: (_, t) => formOf(t),
    send: (v, form) => editContact(v, EditContact(v).parse(form)),
  },
  optOutContacts: {
    permission,
    form: (_, t) => ({ contact: t.contactId, reason: "Told us by phone" }),
    send: (v, form) => optOutContacts(v, OptOutContacts.parse(form)),
  },
  "undoAct, of an opt-out": {
    permission,
    form: async (v, t) => ({ undoId: await optedOutBy(v, t.contactId) }),
    send: (v, form) => undoAct(v, UndoAct.parse(form)),
  },
  deleteContacts: {
    permission,
    form: (_, t) => ({ contact: [t.contactId] }),
    send: (v, form) => deleteContacts(v, DeleteContacts.parse(form)),
  },
  eraseContact: {
    permission,
    atRoot: true,
    form: (_, t) => ({ contactId: t.contactId }),
    send: (v, form) => eraseContact(v, EraseContact.parse(form)),
  },
  addContactField: {
    permission,
    everywhere: true,
    form: () => ({ name: unique() }),
    send: (v, form) => addContactField(v, AddContactField.parse(form)),
  },
  renameContactField: {
    permission,
    atRoot: true,
    form: async (_, t) => ({ fieldId: await fieldOf(t), name: unique(), revision: "1" }),
    send: (v, form) => renameContactField(v, RenameContactField.parse(form)),
  },
  removeContactField: {
    permission,
    atRoot: true,
    form: async (_, t) => ({ fieldId: await fieldOf(t) }),
    send: (v, form) => removeContactField(v, RemoveContactField.parse(form)),
  },
  addContactGroup: {
    permission,
    everywhere: true,
    form: () => ({ name: unique() }),
    send: (v, form) => addContactGroup(v, AddContactGroup.parse(form)),
  },
  renameContactGroup: {
    permission,
    form: async (_, t) => ({ groupId: (await groupWith(t)).id, name: unique(), revision: "1" }),
    send: (v, form) => renameContactGroup(v, RenameContactGroup.parse(form)),
  },
  removeContactGroup: {
    permission,
    form: async (_, t) => ({ groupId: (await groupWith(t)).id }),
    send: (v, form) => removeContactGroup(v, RemoveContactGroup.parse(form)),
  },
  putInContactGroup: {
    permission,
    form: async (_, t) => ({ contact: (await another(t)).contactId, group: (await groupWith(t)).id }),
    send: (v, form) => putInContactGroup(v, PutInContactGroup.parse(form)),
  },
  takeOutOfContactGroup: {
    permission,
    form: async (_, t) => ({ contact: t.contactId, group: (await groupWith(t)).id }),
    send: (v, form) => takeOutOfContactGroup(v, TakeOutOfContactGroup.parse(form)),
  },
  previewContacts: {
    permission,
    everywhere: true,
    form: () => ({ rows: list() }),
    send: async (v, form) => previewContacts(v, await PreviewContacts.parseAsync(form)),
  },
  "answerImport, import": {
    permission,
    everywhere: true,
    form: async (v) => ({ importId: await listOf(v), act: "import" }),
    send: (v, form) => answerImport(v, AnswerImport.parse(form)),
  },
  "answerImport, read in another way": {
    permission,
    everywhere: true,
    form: async (v) => ({ importId: await listOf(v), column: ["0:company", "1:phone"] }),
    send: (v, form) => answerImport(v, AnswerImport.parse(form)),
  },
  mergeContacts: {
    permission,
    form: async (_, t) => ({ contactId: t.contactId, other: (await another(t)).phone }),
    send: (v, form) => mergeContacts(v, MergeContacts.parse(form)),
  },
  partContacts: {
    permission,
    form: (_, t) => merged(t),
    send: (v, form) => partContacts(v, PartContacts.parse(form)),
  },
};
