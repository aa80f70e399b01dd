import { roleAssignments } from "@/db/schema";
import { refuseBeyond } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { subjectOf } from "./candidates";
import type { Batch } from "./change-many";
import { chosenRole } from "./chosen-role";

/** The same role at the same group; whoever holds it already is left as they are. */
export async function giveRoleToMany(c: Change, viewer: Viewer, { people, input, batchId }: Batch): Promise<number> {
  const { role, group } = await chosenRole(c, viewer, input);
  refuseBeyond(viewer, role, { path: group.path, field: "role" });
  const given = await c.tx
    .insert(roleAssignments)
    .values(people.map(({ id, accountId }) => ({ accountId, memberId: id, role, groupId: group.id })))
    .onConflictDoNothing()
    .returning({ memberId: roleAssignments.memberId });
  const theirs = new Set(given.map(({ memberId }) => memberId));
  const details = { after: { role, group: group.name } };
  for (const person of people)
    if (theirs.has(person.id)) c.record("role.given", subjectOf(person), details, { batchId });
  return theirs.size;
}
