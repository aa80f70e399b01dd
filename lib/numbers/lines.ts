import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { lineAccess, members, numbers } from "@/db/schema";
import { numbersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { Refused } from "../errors";

/**
 * A number in service that the viewer manages becomes one of the member's lines, and the default number of somebody who
 * had none. The member is one whom the viewer manages. False: they had it already. `field`: where a refusal is shown.
 */
export async function giveLineTo(
  c: Change,
  viewer: Viewer,
  member: Subject,
  numberId: string,
  field = "lines",
): Promise<boolean> {
  const { accountId, id: memberId } = member;
  const [has] = await c.tx.select({ numberId: lineAccess.numberId }).from(lineAccess).where(lineOf(member, numberId));
  if (has) return false;
  const [number] = await c.tx
    .select({ e164: numbers.e164 })
    .from(numbers)
    .where(and(numbersManagedBy(viewer), eq(numbers.id, numberId), isNull(numbers.disabledAt)))
    .for("share");
  if (!number) throw new Refused("Choose one of your company's numbers.", { field });
  const given = await c.tx
    .insert(lineAccess)
    .values({ accountId, memberId, numberId })
    .onConflictDoNothing()
    .returning({ numberId: lineAccess.numberId });
  if (given.length === 0) return false;
  await fillDefaults(c, numberId, [memberId]);
  c.record("line.given", member, { after: { number: number.e164 } });
  return true;
}

/**
 * The number is no line of the member's any more. Was it their default, another of their lines takes its place, or none.
 * Both are ones that the viewer manages. False: it was none of their lines.
 */
export async function takeLineFrom(c: Change, member: Subject, numberId: string): Promise<boolean> {
  const [taken] = await c.tx
    .delete(lineAccess)
    .where(lineOf(member, numberId))
    .returning({ numberId: lineAccess.numberId });
  if (!taken) return false;
  const number = await c.one(c.tx.select({ e164: numbers.e164 }).from(numbers).where(eq(numbers.id, numberId)));
  const { accountId, id, name } = member;
  const [moved] = await moveDefaults(c, numberId, [id]);
  c.record("line.taken", { accountId, id, name }, takenDetails(number, moved));
  return true;
}

const lineOf = (member: { id: string }, numberId: string) =>
  and(eq(lineAccess.memberId, member.id), eq(lineAccess.numberId, numberId));

/** It becomes the default number of those who had none. */
export const fillDefaults = (c: Change, numberId: string, memberIds: string[]) =>
  c.tx
    .update(members)
    .set({ defaultNumberId: numberId })
    .where(and(isOneOf(memberIds), isNull(members.defaultNumberId)));

/**
 * Whose default it was, they get another of their lines: one in service before one that is not, then by label; or none.
 * Answers whose default moved, and to which number.
 */
export const moveDefaults = (c: Change, numberId: string, memberIds: string[]) =>
  c.tx
    .update(members)
    .set({ defaultNumberId: next })
    .where(and(isOneOf(memberIds), eq(members.defaultNumberId, numberId)))
    .returning({
      id: members.id,
      to: sql<string | null>`(select n.e164 from numbers n where n.id = members.default_number_id)`,
    });

const next = sql`(select l.number_id from line_access l join numbers n on n.id = l.number_id
  where l.member_id = members.id order by n.disabled_at is not null, n.label, n.id limit 1)`;

const isOneOf = (memberIds: string[]) =>
  memberIds.length === 1 ? inArray(members.id, memberIds) : sql`${members.id} = any(${sql.param(memberIds)}::uuid[])`;

/** What history says of a line that was taken: the default number too, if it moved. */
export const takenDetails = (number: { e164: string }, moved: { to: string | null } | undefined) => ({
  before: { number: number.e164 },
  ...(moved && { defaultNumber: moved.to }),
});
