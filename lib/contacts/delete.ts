import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { contactGroupMembers, contacts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { among, idsOf } from "../id-list";
import { chosen, meantContacts } from "./chosen";
import { NOTHING } from "./contact-fields";
import { mergedWith, subjectOf } from "./managed-contacts";

export const DeleteContacts = z.object({ ...chosen, once: fields.once });

/**
 * All that was known of them goes. With whom there is a conversation, the number stays, since the messages do; and so does
 * an opt-out, which is the number's.
 */
export const deleteContacts = (viewer: Viewer, input: z.output<typeof DeleteContacts>) =>
  change(viewer, input.once, async (c) => {
    const { people, list, rest } = await meantContacts(c, viewer, input);
    const others = await mergedWith(c, idsOf(people));
    const gone = among(contacts.id, idsOf([...people, ...others]));
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
      .where(gone);
    await c.tx.delete(contactGroupMembers).where(among(contactGroupMembers.contactId, idsOf([...people, ...others])));
    const isSilent = sql`not exists (select from conversations v where v.contact_id = ${contacts.id})
      and not exists (select from campaign_recipients r where r.contact_id = ${contacts.id})`;
    await c.tx.delete(contacts).where(sql`${gone} and ${isSilent}`);
    const together = people.length > 1 ? { batchId: v7() } : undefined;
    for (const person of people) c.record("contact.deleted", subjectOf(person), undefined, together);
    return { count: people.length, list, rest };
  });
