import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import type { GroupStep } from "../undo/step";
import { type ManagedGroup, managedGroup, takeTurn } from "./managed-group";
import { move } from "./move";
import { rename } from "./rename";

/** The group is called, or stands, as before somebody changed that just now, unless it has been changed since. */
export async function takeBackGroup(c: Change, viewer: Viewer, step: GroupStep) {
  await takeTurn(c, viewer);
  const group = await managedGroup(c, viewer, step.groupId);
  if (!isAsLeft(group, step)) return { undone: 0, left: [group.name], leftCount: 1 };
  if (step.did === "group.renamed") await rename(c, group, step.before);
  else await move(c, viewer, group, step.from);
  return { undone: 1, left: [], leftCount: 0 };
}

const isAsLeft = (group: ManagedGroup, step: GroupStep) =>
  step.did === "group.renamed" ? group.revision === step.revision : group.parentId === step.to;
