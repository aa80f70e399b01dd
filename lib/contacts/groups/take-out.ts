import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { z } from "zod";
import { contactGroupMembers } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { among, idsOf } from "../../id-list";
import { meantContacts } from "../chosen";
import { subjectOf } from "../managed-contacts";
import { seenContactGroup } from "./managed-contact-group";
import { PutInContactGroup } from "./put";

export const TakeOutOfContactGroup = PutInContactGroup;

/** They stay contacts. Whoever is not in it is left as they are. */
export const takeOutOfContactGroup = (viewer: Viewer, input: z.output<typeof TakeOutOfContactGroup>) =>
  change(viewer, input.once, async (c) => {
    const { people, list, rest } = await meantContacts(c, viewer, input);
    const group = await seenContactGroup(c, viewer, input.group);
    const taken = await c.tx
      .delete(contactGroupMembers)
      .where(and(eq(contactGroupMembers.groupId, group.id), among(contactGroupMembers.contactId, idsOf(people))))
      .returning({ id: contactGroupMembers.contactId });
    const answer = { count: taken.length, name: group.name, list, rest };
    if (taken.length === 0) return c.unchanged(answer);
    const together = taken.length > 1 ? { batchId: v7() } : undefined;
    const gone = new Set(idsOf(taken));
    for (const person of people.filter(({ id }) => gone.has(id)))
      c.record("contact.ungrouped", subjectOf(person), { before: { group: group.name } }, together);
    return answer;
  });
