import { eq } from "drizzle-orm";
import { z } from "zod";
import { contactGroupMembers, contactGroups } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { contactGroupId, wholeContactGroup } from "./managed-contact-group";

export const RemoveContactGroup = z.object({ groupId: contactGroupId, once: fields.once });

/** The list goes; who is in it stays a contact. */
export const removeContactGroup = (viewer: Viewer, input: z.output<typeof RemoveContactGroup>) =>
  change(viewer, input.once, async (c) => {
    const group = await wholeContactGroup(c, viewer, input.groupId);
    const count = await c.tx.$count(contactGroupMembers, eq(contactGroupMembers.groupId, group.id));
    await c.tx.delete(contactGroups).where(eq(contactGroups.id, group.id));
    c.record("contact-group.removed", group, { before: { contacts: count } });
    return { name: group.name };
  });
