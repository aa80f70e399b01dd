import { and, eq, sql } from "drizzle-orm";
import { members, roleAssignments } from "@/db/schema";
import { refuseBeyond } from "../../access/can";
import type { Role } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change, Subject, Together } from "../../change";
import { Refused } from "../../errors";
import type { ManagedGroup } from "../../groups/managed-group";
import { among, idsOf } from "../../id-list";

type RoleAt = { role: Role; group: Pick<ManagedGroup, "id" | "name"> };

/**
 * A role at a group, if the viewer may grant it there: the group is one that `groupToGive` found. Answers those who did
 * not hold it already.
 */
export async function giveRole<Person extends Subject>(
  c: Change,
  viewer: Viewer,
  people: readonly Person[],
  { role, group }: { role: Role; group: ManagedGroup },
  together?: Together,
): Promise<Person[]> {
  refuseBeyond(viewer, role, { path: group.path, field: "role" });
  const rows = people.map(({ id, accountId }) => ({ accountId, memberId: id, role, groupId: group.id }));
  const given = await c.tx
    .insert(roleAssignments)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: roleAssignments.memberId });
  c.did({ did: "role.given", role, groupId: group.id, members: idsOf(given) });
  return told(c, "role.given", { people, done: given, details: { after: { role, group: group.name } } }, together);
}

/**
 * Takes a role that they hold; they are people whom the viewer manages. Call `keepAnAdmin` and `keepARole` once all
 * changes to them are made. Answers those who held it.
 */
export async function takeRole<Person extends Subject>(
  c: Change,
  people: readonly Person[],
  { role, group }: RoleAt,
  together?: Together,
): Promise<Person[]> {
  const taken = await c.tx
    .delete(roleAssignments)
    .where(and(among(roleAssignments.memberId, idsOf(people)), isRoleAt({ role, group })))
    .returning({ id: roleAssignments.memberId });
  c.did({ did: "role.taken", role, groupId: group.id, members: idsOf(taken) });
  return told(c, "role.taken", { people, done: taken, details: { before: { role, group: group.name } } }, together);
}

type Moved<Person> = { people: readonly Person[]; done: readonly { id: string }[]; details: Record<string, unknown> };

function told<Person extends Subject>(
  c: Change,
  action: "role.given" | "role.taken",
  { people, done, details }: Moved<Person>,
  together: Together | undefined,
): Person[] {
  const ids = new Set(idsOf(done));
  const theirs = people.filter(({ id }) => ids.has(id));
  for (const person of theirs) c.record(action, person, details, together);
  return theirs;
}

const isRoleAt = ({ role, group }: RoleAt) =>
  and(eq(roleAssignments.role, role), eq(roleAssignments.groupId, group.id));

/** Those who would still have a role without this one. */
export async function withAnotherRole<Person extends Subject>(
  c: Change,
  people: readonly Person[],
  at: RoleAt,
): Promise<Person[]> {
  const others = await c.tx
    .selectDistinct({ id: roleAssignments.memberId })
    .from(roleAssignments)
    .where(and(among(roleAssignments.memberId, idsOf(people)), sql`not (${isRoleAt(at)})`));
  const ids = new Set(idsOf(others));
  return people.filter(({ id }) => ids.has(id));
}

/** Nobody is left without any role: they would stand in no group, and only the Admins of the root would find them. */
export async function keepARole(c: Change, people: readonly Subject[]): Promise<void> {
  const without = await c.tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        among(members.id, idsOf(people)),
        sql`not exists (select from role_assignments a where a.member_id = ${members.id})`,
      ),
    );
  const [left] = people.filter(({ id }) => without.some((each) => each.id === id));
  if (left)
    throw new Refused(`${left.name} would be left without any role. Give another role first, or disable them.`, {
      field: "role",
    });
}
