import { eq } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { AddContact, addContact } from "@/lib/contacts/add";
import { contactsQuery } from "@/lib/contacts/contacts-query";
import { listContacts } from "@/lib/contacts/list";
import { makeCompany, onceKey, viewerOf } from "../cast";

/** A company with a line, and its Admin as a viewer. */
export async function phoneBook() {
  const company = await makeCompany();
  const line = await company.number();
  return { company, line, ana: await viewerOf(company.ana) };
}

/** What a form for a contact holds besides what the test says. */
export const typed = (form: object) => ({ firstName: "", lastName: "", ...form, once: onceKey() });

export const add = (viewer: Viewer, form: object) => addContact(viewer, AddContact(viewer).parse(typed(form)));

/** Of the contacts that the viewer's list shows. */
export const names = async (viewer: Viewer, params: Record<string, string> = {}) =>
  (await listContacts(viewer, contactsQuery(params))).rows.map(({ name }) => name);

export const rowOf = async (id: string) => (await db.select().from(contacts).where(eq(contacts.id, id)))[0];
