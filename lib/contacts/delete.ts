import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { NOTHING } from "./contact-fields";
import { managedContacts, mergedWith, subjectOf } from "./managed-contacts";
import { contactIds } from "./opt-out";

export const DeleteContacts = z.object({ contact: contactIds, once: fields.once });

/**
 * All that was known of them goes. With whom there is a conversation, the number stays, since the messages do; and so does
 * an opt-out, which is the number's.
 */
export const deleteContacts = (viewer: Viewer, input: z.output<typeof DeleteContacts>) =>
  change(viewer, input.once, async (c) => {
    const people = await managedContacts(c, viewer, input.contact);
    const others = await mergedWith(c, input.contact);
    const ids = [...people, ...others].map(({ id }) => id);
    const cleared = {
      mergedInto: null,
      mergedAt: null,
      beforeMerge: null,
      unreachableAt: null,
      unreachableReason: null,
    };
    await c.tx
      .update(contacts)
      .set({ ...NOTHING, ...cleared, deletedAt: sql`now()` })
      .where(inArray(contacts.id, ids));
    const isSilent = sql`not exists (select from conversations v where v.contact_id = ${contacts.id})`;
    await c.tx.delete(contacts).where(sql`${inArray(contacts.id, ids)} and ${isSilent}`);
    for (const person of people) c.record("contact.deleted", subjectOf(person));
    return { count: people.length };
  });
