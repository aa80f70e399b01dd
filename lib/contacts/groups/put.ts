import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { idList, idsOf } from "../../id-list";
import { chosen, meantContacts } from "../chosen";
import { subjectOf } from "../managed-contacts";
import { contactGroupId, seenContactGroup } from "./managed-contact-group";

export const PutInContactGroup = z.object({ ...chosen, group: contactGroupId, once: fields.once });

/** Whoever is in it already is left there, and nothing is told of them. */
export const putInContactGroup = (viewer: Viewer, input: z.output<typeof PutInContactGroup>) =>
  change(viewer, input.once, async (c) => {
    const { people, list, rest } = await meantContacts(c, viewer, input);
    const group = await seenContactGroup(c, viewer, input.group);
    const added = await c.tx.execute<{ contact_id: string }>(sql`
      insert into contact_group_members (account_id, group_id, contact_id)
      select ${group.accountId}::uuid, ${group.id}::uuid, unnest(${idList(idsOf(people))})
      on conflict do nothing returning contact_id`);
    const answer = { count: added.length, name: group.name, list, rest };
    if (added.length === 0) return c.unchanged(answer);
    const together = added.length > 1 ? { batchId: v7() } : undefined;
    const isNew = new Set(added.map((row) => row.contact_id));
    for (const person of people.filter(({ id }) => isNew.has(id)))
      c.record("contact.grouped", subjectOf(person), { after: { group: group.name } }, together);
    return answer;
  });
