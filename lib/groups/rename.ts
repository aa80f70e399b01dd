import { eq } from "drizzle-orm";
import { z } from "zod";
import { groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import { Refused } from "../errors";
import * as fields from "../fields";
import { groupName, isLocation } from "./add";
import { managedGroup, subjectOf } from "./managed";
import { digestOf } from "./seen";

export const RenameGroup = z.object({
  groupId: z.uuid("Not found."),
  name: groupName,
  isLocation,
  seen: z.string({ error: "Load the page again." }).max(100),
  once: fields.once,
});

/** What the group is called and whether it is a place. Refused when somebody else saved since the form was opened. */
export const renameGroup = (viewer: Viewer, input: z.output<typeof RenameGroup>) =>
  change(viewer, input.once, async (c) => {
    const group = await managedGroup(c, viewer, input.groupId);
    if (digestOf(group) !== input.seen)
      throw new Refused("Somebody else changed this meanwhile. Load the page again to see what is there now.");
    const { name, isLocation } = input;
    await c.tx.update(groups).set({ name, isLocation }).where(eq(groups.id, group.id));
    const details = changed(group, { name, isLocation });
    if (!isChanged(details)) return c.unchanged({ name });
    c.record("group.renamed", subjectOf({ ...group, name }), details);
    return { name };
  });
