import { and, eq, isNull, sql } from "drizzle-orm";
import { contacts } from "@/db/schema";
import { contactsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { NotFound } from "../errors";
import { among } from "../id-list";
import { shownName } from "./shown-name";

/** Neither deleted nor shown with another one. */
export const isListed = and(isNull(contacts.deletedAt), isNull(contacts.mergedInto));

/** What is known of a contact by itself. */
export const contactDetails = {
  id: contacts.id,
  phone: contacts.phone,
  name: contacts.name,
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  otherNames: contacts.otherNames,
  company: contacts.company,
  email: contacts.email,
  timeZone: contacts.timeZone,
  notes: contacts.notes,
  fieldValues: contacts.fieldValues,
  revision: contacts.revision,
  hasTalk: sql<boolean>`exists (select from conversations v where v.contact_id = contacts.id)`,
};

export type ManagedContact = Awaited<ReturnType<typeof managedContacts>>[number];

/** Contacts that the viewer may change, locked in one order until the change is done; those of them that are still there. */
export const managedAmong = (c: Change, viewer: Viewer, ids: readonly string[]) =>
  c.tx
    .select({ accountId: contacts.accountId, ...contactDetails })
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, among(contacts.id, ids)))
    .orderBy(contacts.id)
    .for("no key update");

/** The same, where one that is not found ends it. */
export async function managedContacts(c: Change, viewer: Viewer, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const found = await managedAmong(c, viewer, wanted);
  if (found.length < wanted.length || found.length === 0) throw new NotFound();
  return found;
}

export const managedContact = async (c: Change, viewer: Viewer, id: string) => c.one(managedContacts(c, viewer, [id]));

/** Their other telephones: what holds for a person holds for all of these. */
export const mergedWith = (c: Change, ids: readonly string[]) =>
  c.tx
    .select({
      id: contacts.id,
      accountId: contacts.accountId,
      phone: contacts.phone,
      email: contacts.email,
      mergedInto: contacts.mergedInto,
    })
    .from(contacts)
    .where(among(contacts.mergedInto, ids))
    .orderBy(contacts.id)
    .for("no key update");

/** They are called as their contact is. */
export const nameAlike = (
  c: Change,
  { id, firstName, lastName }: { id: string; firstName: string; lastName: string },
) => c.tx.update(contacts).set({ firstName, lastName }).where(eq(contacts.mergedInto, id));

export const subjectOf = (contact: { id: string; accountId: string; name: string; phone: string }) => ({
  ...{ id: contact.id, accountId: contact.accountId },
  name: shownName(contact),
});
