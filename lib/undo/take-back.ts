import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { conversations, links, members, numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change, Together } from "../change";
import { Refused } from "../errors";
import { groupToGive } from "../groups/managed-group";
import { among, idsOf } from "../id-list";
import { setProducts } from "../members/access/products";
import { giveRole, takeRole } from "../members/access/roles";
import { disable } from "../members/disable";
import { enable } from "../members/enable";
import { type ManagedMember, refuseSelf } from "../members/managed-members";
import { giveLineTo, takeLineFrom } from "../numbers/lines";
import { managedNumber } from "../numbers/managed-number";
import type { Did, MemberStep } from "./step";

type With = { people: readonly ManagedMember[]; together: Together | undefined };

/** One step, taken back by the verb that does the opposite: its own rules hold. */
export async function takeBack(
  c: Change,
  viewer: Viewer,
  step: MemberStep,
  { people, together }: With,
): Promise<unknown> {
  switch (step.did) {
    case "disabled":
      await enable(c, viewer, people, together);
      return giveBack(c, step, people);
    case "enabled":
      return disable(c, viewer, people, together);
    case "role.given":
      return takeRole(c, notSelf(viewer, people), await roleAt(c, viewer, step), together);
    case "role.taken":
      return giveRole(c, viewer, notSelf(viewer, people), await roleAt(c, viewer, step), together);
    case "products":
      return setProducts(c, viewer, notSelf(viewer, people), () => step.before, together);
    case "line.given":
      return takeLineFrom(c, people, await managedNumber(c, viewer, step.numberId), together);
    case "line.taken":
      return giveLineTo(c, people, await lineInService(c, viewer, step.numberId), together);
    case "default-number":
      return setDefault(c, step.before, { people, together });
  }
}

const roleAt = async (c: Change, viewer: Viewer, { role, groupId }: Did<"role.given" | "role.taken">) => ({
  role,
  group: await groupToGive(c, viewer, groupId),
});

function notSelf(viewer: Viewer, people: readonly ManagedMember[]) {
  for (const person of people) refuseSelf(viewer, person);
  return people;
}

async function lineInService(c: Change, viewer: Viewer, numberId: string) {
  const number = await managedNumber(c, viewer, numberId);
  if (number.disabledAt) throw new Refused("This number is disabled. Make it Active first.");
  return number;
}

/**
 * An invitation works again unless there is a newer one, and what nobody has touched is theirs again. Sessions stay ended, and
 * links to a login's password and email stay dead: they may have been changed meanwhile, from another company.
 */
async function giveBack(c: Change, { links: dead, claims }: Did<"disabled">, people: readonly ManagedMember[]) {
  const isNewer = sql`exists (select from links l where l.member_id = links.member_id and l.purpose = links.purpose
    and l.used_at is null and l.revoked_at is null)`;
  const theirs = and(among(links.id, dead), among(links.memberId, idsOf(people)), eq(links.purpose, "invitation"));
  await c.tx
    .update(links)
    .set({ revokedAt: null })
    .where(and(theirs, isNull(links.usedAt), sql`not ${isNewer}`));
  const left = JSON.stringify(claims.filter(({ by }) => people.some(({ id }) => id === by)));
  await c.tx.execute(sql`update ${conversations} set claimed_by = was.by
    from jsonb_to_recordset(${left}::jsonb) as was(id uuid, by uuid, revision int)
    where ${conversations.id} = was.id and ${conversations.revision} = was.revision and ${conversations.claimedBy} is null`);
}

/** The number that they texted from; it is one of their lines again. */
async function setDefault(c: Change, numberId: string | null, { people, together }: With) {
  const number = numberId === null ? null : await c.one(e164Of(c, eq(numbers.id, numberId)));
  const theirs = and(
    among(members.id, idsOf(people)),
    sql`${members.defaultNumberId} is distinct from ${numberId}::uuid`,
  );
  const before = sql<string | null>`(select n.e164 from numbers n where n.id = members.default_number_id)`;
  const moved = await c.tx.select({ id: members.id, before }).from(members).where(theirs);
  await c.tx
    .update(members)
    .set({ defaultNumberId: numberId })
    .where(among(members.id, idsOf(moved)));
  const was = new Map(moved.map((each) => [each.id, each.before]));
  for (const person of people.filter(({ id }) => was.has(id))) {
    const details = { before: { defaultNumber: was.get(person.id) }, after: { defaultNumber: number?.e164 ?? null } };
    c.record("member.edited", person, details, together);
  }
}

const e164Of = (c: Change, which: SQL) => c.tx.select({ e164: numbers.e164 }).from(numbers).where(which);
