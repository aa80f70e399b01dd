import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { lineAccess, members, numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import * as fields from "../fields";
import { managedMember, subjectOf } from "../members/managed";
import { managedNumber } from "./managed";
import { shownNumber } from "./shown";

export const TakeLine = z.object({ numberId: z.uuid("Not found."), memberId: fields.memberId, once: fields.once });

/** The person may no longer text from the number. Was it their default, another of their lines takes its place, or none. */
export const takeLine = (viewer: Viewer, input: z.output<typeof TakeLine>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const member = await managedMember(c, viewer, input.memberId);
    const theirs = and(eq(lineAccess.memberId, member.id), eq(lineAccess.numberId, number.id));
    await c.one(c.tx.delete(lineAccess).where(theirs).returning({ memberId: lineAccess.memberId }));
    const next = member.defaultNumberId === number.id ? await moveDefault(c, member.id) : undefined;
    const subject = subjectOf(member);
    c.record("line.taken", subject, {
      before: { number: number.e164 },
      ...(next !== undefined && { defaultNumber: next }),
    });
    return { name: subject.name, number: shownNumber(number.e164) };
  });

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
