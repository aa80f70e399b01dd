import { eq } from "drizzle-orm";
import { z } from "zod";
import { contacts, conversations } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import { Refused } from "../errors";
import * as fields from "../fields";
import { isStopped } from "../messages/consent";
import type { Home } from "../numbers/countries";
import { refuseOverwrite, revision } from "../revision";
import { contactShape, toldOf, writtenOf } from "./contact-fields";
import { keepErasedOut } from "./erase/erased-phones";
import { fieldsChanged, fieldsHeld, valueShape, valuesOf } from "./fields/field-values";
import { managedContact, nameAlike, subjectOf } from "./managed-contacts";

export const EditContact = (home: Home, typed: object = {}) =>
  z.object({
    ...{ contactId: z.uuid("Not found."), ...contactShape(home) },
    ...valueShape(typed),
    ...{ revision, once: fields.once },
  });

/** The number stays once there is a conversation: it says where those texts went. */
export const editContact = (viewer: Viewer, input: z.output<ReturnType<typeof EditContact>>) =>
  change(viewer, input.once, async (c) => {
    const contact = await managedContact(c, viewer, input.contactId);
    refuseOverwrite(contact, input);
    const held = await fieldsHeld(c.tx, contact.accountId);
    const fieldValues = valuesOf(held, contact.fieldValues, input);
    const [written, { phone }] = [writtenOf({ ...input, fieldValues }), input];
    const isIt = eq(contacts.id, contact.id);
    const isOther = phone !== contact.phone;
    // Asked once nobody else holds the contact: whoever begins one holds it, a campaign no more than its key.
    if (isOther) await c.tx.select({ id: contacts.id }).from(contacts).where(isIt).for("update");
    if (isOther && (await c.tx.$count(conversations, eq(conversations.contactId, contact.id))) > 0)
      throw new Refused("There is a conversation with this number. Add a contact for the other one, then merge them.", {
        field: "phone",
      });
    const details = changed({ ...toldOf(writtenOf(contact)), phone: contact.phone }, { ...toldOf(written), phone });
    const others = fieldsChanged(held, contact.fieldValues, fieldValues);
    if (!isChanged(details) && others.length === 0) return c.unchanged({ hasOptedOut: false });
    await c.tx
      .update(contacts)
      .set({ ...written, phone })
      .where(isIt);
    if (isOther) await keepErasedOut(c.tx, contact.accountId, [phone]);
    await nameAlike(c, { ...written, id: contact.id });
    c.record("contact.edited", subjectOf(contact), {
      ...withoutNotes(details),
      ...(others.length > 0 && { fields: others }),
    });
    return { hasOptedOut: isOther && (await isStopped(c.tx, { ...contact, phone })) };
  });

/** What somebody noted about a person belongs in no history. */
function withoutNotes(details: ReturnType<typeof changed<Record<string, unknown>>>) {
  if (!("notes" in details.after)) return details;
  const hidden = { notes: "changed" };
  return { before: { ...details.before, notes: "" }, after: { ...details.after, ...hidden } };
}
