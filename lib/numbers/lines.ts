import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
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
  await c.tx
    .update(members)
    .set({ defaultNumberId: numberId })
    .where(and(eq(members.id, memberId), isNull(members.defaultNumberId)));
  c.record("line.given", member, { after: { number: number.e164 } });
  return true;
}

type LineHolder = Subject & { defaultNumberId?: string | null };

/**
 * The number is no line of the member's any more. Was it their default, another of their lines takes its place, or none.
 * Both are ones that the viewer manages. False: it was none of their lines.
 */
export async function takeLineFrom(c: Change, member: LineHolder, numberId: string): Promise<boolean> {
  const [taken] = await c.tx
    .delete(lineAccess)
    .where(lineOf(member, numberId))
    .returning({ numberId: lineAccess.numberId });
  if (!taken) return false;
  const number = await c.one(c.tx.select({ e164: numbers.e164 }).from(numbers).where(eq(numbers.id, numberId)));
  const next = (await isDefault(c, member, numberId)) ? await moveDefault(c, member.id) : undefined;
  const { accountId, id, name } = member;
  c.record(
    "line.taken",
    { accountId, id, name },
    { before: { number: number.e164 }, ...(next !== undefined && { defaultNumber: next }) },
  );
  return true;
}

const lineOf = (member: { id: string }, numberId: string) =>
  and(eq(lineAccess.memberId, member.id), eq(lineAccess.numberId, numberId));

async function isDefault(c: Change, member: LineHolder, numberId: string): Promise<boolean> {
  if (member.defaultNumberId !== undefined) return member.defaultNumberId === numberId;
  const theirs = c.tx.select({ number: members.defaultNumberId }).from(members).where(eq(members.id, member.id));
  return (await c.one(theirs)).number === numberId;
}

/** To a line in service before one that is not, then by label. Answers the number, or null for none. */
async function moveDefault(c: Change, memberId: string): Promise<string | null> {
  const [next] = await c.tx
    .select({ id: numbers.id, e164: numbers.e164 })
    .from(lineAccess)
    .innerJoin(numbers, eq(numbers.id, lineAccess.numberId))
    .where(eq(lineAccess.memberId, memberId))
    .orderBy(asc(isNotNull(numbers.disabledAt)), asc(numbers.label), asc(numbers.id))
    .limit(1);
  await c.tx
    .update(members)
    .set({ defaultNumberId: next?.id ?? null })
    .where(eq(members.id, memberId));
  return next?.e164 ?? null;
}
