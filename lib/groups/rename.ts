import { eq } from "drizzle-orm";
import { z } from "zod";
import { groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { changed, isChanged } from "../changed";
import * as fields from "../fields";
import { refuseOverwrite, revision } from "../revision";
import { groupName, isLocation } from "./add";
import { type ManagedGroup, managedGroup, subjectOf } from "./managed-group";

export const RenameGroup = z.object({
  groupId: z.uuid("Not found."),
  name: groupName,
  isLocation,
  revision,
  once: fields.once,
});

/** What the group is called and whether it is a place. Refused when somebody else saved since the form was opened. Undone within a moment. */
export const renameGroup = (viewer: Viewer, input: z.output<typeof RenameGroup>) =>
  change(viewer, input.once, async (c) => {
    const group = await managedGroup(c, viewer, input.groupId);
    refuseOverwrite(group, input);
    const { name, isLocation } = input;
    if (!isChanged(changed(group, { name, isLocation }))) return c.unchanged({ name, undo: undefined });
    await rename(c, group, { name, isLocation });
    return { name, undo: c.undo() };
  });

export async function rename(c: Change, group: ManagedGroup, as: Pick<ManagedGroup, "name" | "isLocation">) {
  const saved = c.tx.update(groups).set(as).where(eq(groups.id, group.id)).returning({ revision: groups.revision });
  const { revision } = await c.one(saved);
  const { name, isLocation } = group;
  c.did({ did: "group.renamed", groupId: group.id, revision, before: { name, isLocation } });
  c.record("group.renamed", subjectOf({ ...group, name: as.name }), changed(group, as));
}
