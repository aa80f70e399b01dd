import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import { can } from "../access/can";
import { contactsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { isStopped } from "../messages/consent";
import type { Home } from "../numbers/countries";
import { contactShape, writtenOf } from "./contact-fields";
import { keepErasedOut } from "./erase/erased-phones";
import { fieldsHeld, valueShape, valuesOf } from "./fields/field-values";
import { subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";

export const AddContact = (home: Home, typed: object = {}) =>
  z.object({ ...contactShape(home), ...valueShape(typed), once: fields.once });

/** Whose number was known from a conversation alone, and deleted since, is a contact again. */
export const addContact = (viewer: Viewer, input: z.output<ReturnType<typeof AddContact>>) =>
  change(viewer, input.once, async (c) => {
    if (!can(viewer, "contacts.manage")) throw new NotFound();
    const fieldValues = valuesOf(await fieldsHeld(c.tx, viewer.accountId), {}, input);
    const written = writtenOf({ ...input, fieldValues });
    const { accountId } = viewer;
    const [added] = await c.tx
      .insert(contacts)
      .values({ accountId, phone: input.phone, ...written })
      .onConflictDoUpdate({
        target: [contacts.accountId, contacts.phone],
        set: { ...written, deletedAt: null, createdAt: sql`now()` },
        setWhere: isNotNull(contacts.deletedAt),
      })
      .returning({ id: contacts.id, accountId: contacts.accountId, name: contacts.name, phone: contacts.phone });
    if (!added) throw await whoseNumber(c, viewer, input.phone);
    await keepErasedOut(c.tx, accountId, [added.phone]);
    c.record("contact.added", subjectOf(added), { after: { number: added.phone } });
    return { id: added.id, name: shownName(added), hasOptedOut: await isStopped(c.tx, added) };
  });

/** Whose a number is, is told only to who may see them. */
async function whoseNumber(c: Change, viewer: Viewer, phone: string): Promise<Refused> {
  const [seen] = await c.tx
    .select({ id: contacts.id, name: contacts.name, phone: contacts.phone, mergedInto: contacts.mergedInto })
    .from(contacts)
    .where(and(contactsWithin(viewer), eq(contacts.phone, phone)));
  if (!seen) return new Refused("There is a contact with that number already.", { field: "phone" });
  const offer = { label: "Open the contact", href: `/contacts/${seen.mergedInto ?? seen.id}` };
  return new Refused(
    seen.name === phone
      ? "There is a contact with that number already, without a name."
      : `That is the number of ${shownName(seen)}.`,
    { field: "phone", offer },
  );
}
