import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { invitationBatches } from "@/db/schema";
import { keepBooks } from "../../change";

export type ClaimedBatch = { id: string; invitedBy: string };

/**
 * Renewed while its owner is at it; soon after a crash another worker goes on from the last whole chunk. Should two ever
 * be at it, they share: each locks the rows it takes.
 */
export const LEASE = sql`now() + interval '4 seconds'`;

/** Takes the confirmed batch that has waited longest and is in nobody's hands. */
export const claimBatch = (): Promise<ClaimedBatch | undefined> =>
  keepBooks(async (tx) => {
    const [due] = await tx
      .select({ id: invitationBatches.id, invitedBy: invitationBatches.invitedBy })
      .from(invitationBatches)
      .where(
        sql`confirmed_at is not null and finished_at is null and (claimed_until is null or claimed_until <= now())`,
      )
      .orderBy(invitationBatches.confirmedAt)
      .limit(1)
      .for("update", { skipLocked: true });
    if (due) await tx.update(invitationBatches).set({ claimedUntil: LEASE }).where(eq(invitationBatches.id, due.id));
    return due;
  });

/** Still at work on it. */
export const renewBatch = ({ id }: ClaimedBatch) =>
  keepBooks(async (tx) => {
    const isHeld = and(isNull(invitationBatches.finishedAt), isNotNull(invitationBatches.claimedUntil));
    await tx
      .update(invitationBatches)
      .set({ claimedUntil: LEASE })
      .where(and(eq(invitationBatches.id, id), isHeld));
  });

/** For the next worker to take at once. */
export const releaseBatch = ({ id }: ClaimedBatch) =>
  keepBooks((tx) => tx.update(invitationBatches).set({ claimedUntil: null }).where(eq(invitationBatches.id, id)));

/** Nothing is left to do, unless another worker holds some of the rows: then that one finishes. */
export const finishBatch = ({ id }: ClaimedBatch) =>
  keepBooks((tx) =>
    tx
      .update(invitationBatches)
      .set({ finishedAt: sql`now()` })
      .where(
        and(
          eq(invitationBatches.id, id),
          isNull(invitationBatches.finishedAt),
          sql`not exists (select from invitation_rows r where r.batch_id = ${id} and r.state = 'waiting')`,
        ),
      ),
  );
