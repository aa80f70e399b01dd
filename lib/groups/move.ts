import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { groups, numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { siblingTaken } from "../constraints";
import { releaseUnanswerable } from "../conversations/release";
import { Refused } from "../errors";
import * as fields from "../fields";
import { idList } from "../id-list";
import { type ManagedGroup, managedGroup, subjectOf, takeTurn } from "./managed-group";

export const MoveGroup = z.object({
  groupId: z.uuid("Not found."),
  parentId: z.uuid("Choose a parent group."),
  once: fields.once,
});

/** With the group moves everything under it, and what its people's rights reach. The viewer manages both parents. Undone within a moment. */
export const moveGroup = (viewer: Viewer, input: z.output<typeof MoveGroup>) =>
  change(viewer, input.once, async (c) => {
    await takeTurn(c, viewer);
    const group = await managedGroup(c, viewer, input.groupId);
    const parent = await move(c, viewer, group, input.parentId);
    return { name: group.name, parent, undo: c.undo() };
  });

/** Those who change the tree have taken their turn. Answers what the new parent is called. */
export async function move(c: Change, viewer: Viewer, group: ManagedGroup, parentId: string): Promise<string> {
  if (!group.parentId) throw refused(`${group.name} is the top of all groups and stays there.`);
  const before = await managedGroup(c, viewer, group.parentId);
  const after = await managedGroup(c, viewer, parentId);
  if (after.id === before.id) throw refused(`${group.name} is under ${after.name} already.`);
  await refuseTwin(c, { parentId: after.id, name: group.name });
  // A region of a large company takes its tens of thousands along.
  await c.tx.execute(sql`set local statement_timeout = '60s'`);
  await c.tx.update(groups).set({ parentId: after.id }).where(eq(groups.id, group.id));
  await releaseUnanswerable(c, { numbers: underIt(group.id) });
  c.did({ did: "group.moved", groupId: group.id, from: before.id, to: after.id });
  c.record("group.moved", subjectOf(group), { before: { parent: before.name }, after: { parent: after.name } });
  return after.name;
}

const underIt = (id: string) =>
  sql`${numbers.groupId} = any(array(select g.id from groups g where g.path @> ${idList([id])}))`;

/** The index on siblings would say it beside the name, which this form doesn't have. */
async function refuseTwin(c: Change, { parentId, name }: { parentId: string; name: string }) {
  const there = and(eq(groups.parentId, parentId), sql`lower(${groups.name}) = lower(${name})`);
  const [twin] = await c.tx.select({ id: groups.id }).from(groups).where(there);
  if (twin) throw siblingTaken("parentId");
}

const refused = (message: string) => new Refused(message, { field: "parentId" });
