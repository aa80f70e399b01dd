import { and, eq, exists, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { invitationBatches, invitationRows } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { keepBooks } from "../../change";
import { ownDraft } from "./own-draft";

type Ticks = { batchId: string; include: readonly number[]; shown: readonly number[] };

/** Who is invited although something says that they left, of those that the page showed. Seen by nobody else until it is sent. */
export async function keepTicks(viewer: Viewer, { batchId, include, shown }: Ticks): Promise<void> {
  if (shown.length === 0) return;
  const own = db.select({ id: invitationBatches.id }).from(invitationBatches).where(ownDraft(viewer, batchId));
  const isIncluded = sql`${invitationRows.position} = any(${sql.param([...include])}::int[])`;
  await keepBooks((tx) =>
    tx
      .update(invitationRows)
      .set({ state: sql`(case when ${isIncluded} then 'waiting' else 'left out' end)::invitation_state` })
      .where(
        and(
          eq(invitationRows.batchId, batchId),
          isNotNull(invitationRows.leftReason),
          sql`${invitationRows.position} = any(${sql.param([...shown])}::int[])`,
          exists(own),
        ),
      ),
  );
}
