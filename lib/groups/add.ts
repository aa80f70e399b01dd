import { v7 } from "uuid";
import { z } from "zod";
import { groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { managedGroup, subjectOf, takeTurn } from "./managed-group";

export const groupName = fields.line(80, "Enter a name, such as West or Store 4.");

/** A box that is ticked, or isn't sent at all. */
export const isLocation = z.literal("on").optional().catch(undefined).transform(Boolean);

export const AddGroup = z.object({
  parentId: z.uuid("Choose a parent group."),
  name: groupName,
  isLocation,
  once: fields.once,
});

/** A group under one that the viewer manages: whoever holds a role above holds it here, too. */
export const addGroup = (viewer: Viewer, input: z.output<typeof AddGroup>) =>
  change(viewer, input.once, async (c) => {
    await takeTurn(c, viewer);
    const parent = await managedGroup(c, viewer, input.parentId);
    const { name, isLocation } = input;
    const group = { id: v7(), accountId: parent.accountId, parentId: parent.id, name, isLocation };
    await c.tx.insert(groups).values(group);
    c.record("group.added", subjectOf(group), { after: { name, parent: parent.name, isLocation } });
    return { id: group.id, name };
  });
