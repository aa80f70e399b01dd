import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { groupsAt, numbersAt, peopleAt } from "./counts";
import { insideWords } from "./inside-words";
import { managedGroup, subjectOf, takeTurn } from "./managed-group";

export const RemoveGroup = z.object({ groupId: z.uuid("Not found."), once: fields.once });

/** Only an empty one, so that nobody and no number is left nowhere; the root never. */
export const removeGroup = (viewer: Viewer, input: z.output<typeof RemoveGroup>) =>
  change(viewer, input.once, async (c) => {
    await takeTurn(c, viewer);
    const group = await managedGroup(c, viewer, input.groupId);
    if (!group.parentId) throw new Refused(`${group.name} is the top of all groups and stays.`);
    const parent = await managedGroup(c, viewer, group.parentId);
    const words = insideWords(await inside(c, group.id));
    if (words) throw new Refused(`There is still something in ${group.name}: ${words}. Move that elsewhere first.`);
    await c.tx.delete(groups).where(eq(groups.id, group.id));
    c.record("group.removed", subjectOf(group), { before: { name: group.name, parent: parent.name } });
    return { name: group.name, parentId: parent.id };
  });

const inside = (c: Change, groupId: string) => {
  const id = sql`${groupId}::uuid`;
  const counts = { groups: groupsAt(id), people: peopleAt(id), numbers: numbersAt(id) };
  return c.one(c.tx.select(counts).from(groups).where(eq(groups.id, groupId)));
};
