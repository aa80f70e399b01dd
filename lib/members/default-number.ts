import { and, eq, isNull } from "drizzle-orm";
import { lineAccess, members, numbers } from "@/db/schema";
import { numbersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { Refused } from "../errors";

/** The number somebody texts from, or none. It becomes one of their lines; lines they had stay. */
export async function giveDefaultNumber(
  c: Change,
  viewer: Viewer,
  member: Subject,
  numberId: string | null,
): Promise<void> {
  const memberId = member.id;
  if (numberId) await giveLine(c, viewer, member, numberId);
  await c.tx.update(members).set({ defaultNumberId: numberId }).where(eq(members.id, memberId));
}

async function giveLine(c: Change, viewer: Viewer, member: Subject, numberId: string) {
  const { accountId, id: memberId } = member;
  const [has] = await c.tx
    .select({ numberId: lineAccess.numberId })
    .from(lineAccess)
    .where(and(eq(lineAccess.memberId, memberId), eq(lineAccess.numberId, numberId)));
  if (has) return;
  const [number] = await c.tx
    .select({ e164: numbers.e164 })
    .from(numbers)
    .where(and(numbersManagedBy(viewer), eq(numbers.id, numberId), isNull(numbers.disabledAt)));
  if (!number) throw new Refused("Choose one of your company's numbers.", { field: "defaultNumber" });
  await c.tx.insert(lineAccess).values({ accountId, memberId, numberId }).onConflictDoNothing();
  c.record("line.given", member, { after: { number: number.e164 } });
}
