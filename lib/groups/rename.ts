import { eq } from "drizzle-orm";
import { z } from "zod";
import { groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import * as fields from "../fields";
import { refuseOverwrite, revision } from "../revision";
import { groupName, isLocation } from "./add";
import { managedGroup, subjectOf } from "./managed-group";

export const RenameGroup = z.object({
  groupId: z.uuid("Not found."),
  name: groupName,
  isLocation,
  revision,
  once: fields.once,
});

/** What the group is called and whether it is a place. Refused when somebody else saved since the form was opened. */
export const renameGroup = (viewer: Viewer, input: z.output<typeof RenameGroup>) =>
  change(viewer, input.once, async (c) => {
    const group = await managedGroup(c, viewer, input.groupId);
    refuseOverwrite(group, input);
    const { name, isLocation } = input;
    await c.tx.update(groups).set({ name, isLocation }).where(eq(groups.id, group.id));
    const details = changed(group, { name, isLocation });
    if (!isChanged(details)) return c.unchanged({ name });
    c.record("group.renamed", subjectOf({ ...group, name }), details);
    return { name };
  });
