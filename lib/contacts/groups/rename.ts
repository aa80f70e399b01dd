import { eq } from "drizzle-orm";
import { z } from "zod";
import { contactGroups } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { refuseOverwrite, revision } from "../../revision";
import { contactGroupId, groupName, wholeContactGroup } from "./managed-contact-group";

export const RenameContactGroup = z.object({ groupId: contactGroupId, name: groupName, revision, once: fields.once });

export const renameContactGroup = (viewer: Viewer, input: z.output<typeof RenameContactGroup>) =>
  change(viewer, input.once, async (c) => {
    const group = await wholeContactGroup(c, viewer, input.groupId);
    refuseOverwrite(group, input);
    const { name } = input;
    if (name === group.name) return c.unchanged({ name });
    await c.tx.update(contactGroups).set({ name }).where(eq(contactGroups.id, group.id));
    c.record("contact-group.renamed", { ...group, name }, { before: { name: group.name }, after: { name } });
    return { name };
  });
