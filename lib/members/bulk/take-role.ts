import { and, eq, sql } from "drizzle-orm";
import { roleAssignments } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { keepAnAdmin } from "../last-admin";
import { among, idsOf, subjectOf } from "./candidates";
import type { Batch } from "./change-many";
import { chosenRole } from "./chosen-role";

/** Whoever doesn't hold it there, or would be left without any role, is left as they are. */
export async function takeRoleFromMany(c: Change, viewer: Viewer, { people, input, batchId }: Batch): Promise<number> {
  const { role, group } = await chosenRole(c, viewer, input);
  const another = sql`exists (select from role_assignments other where other.member_id = ${roleAssignments.memberId}
    and (other.role, other.group_id) <> (${role}, ${group.id}::uuid))`;
  const taken = await c.tx
    .delete(roleAssignments)
    .where(
      and(
        among(roleAssignments.memberId, idsOf(people)),
        eq(roleAssignments.role, role),
        eq(roleAssignments.groupId, group.id),
        another,
      ),
    )
    .returning({ memberId: roleAssignments.memberId });
  await keepAnAdmin(c, viewer.accountId);
  const theirs = new Set(taken.map(({ memberId }) => memberId));
  const details = { before: { role, group: group.name } };
  for (const person of people)
    if (theirs.has(person.id)) c.record("role.taken", subjectOf(person), details, { batchId });
  return theirs.size;
}
