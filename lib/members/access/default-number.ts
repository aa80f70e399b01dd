import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change, Subject } from "../../change";
import { giveLineTo, lineToGive } from "../../numbers/lines";

/** The number somebody texts from, or none. It becomes one of their lines; lines they had stay. */
export async function giveDefaultNumber(
  c: Change,
  viewer: Viewer,
  member: Subject & { defaultNumberId: string | null },
  numberId: string | null,
): Promise<void> {
  const wish = numberId && { memberId: member.id, numberId, field: "defaultNumber" };
  const line = wish && (await lineToGive(c, viewer, wish));
  c.did({ did: "default-number", members: [member.id], before: member.defaultNumberId });
  if (line) await giveLineTo(c, [member], line);
  await c.tx.update(members).set({ defaultNumberId: numberId }).where(eq(members.id, member.id));
}
