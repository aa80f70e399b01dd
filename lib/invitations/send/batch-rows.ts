import { and, asc, eq, sql } from "drizzle-orm";
import { invitationRows } from "@/db/schema";
import type { WriteTx } from "@/db/write";

export type WaitingRow = Awaited<ReturnType<typeof waitingRows>>[number];

/** What became of a row. */
export type Settled = Pick<
  typeof invitationRows.$inferSelect,
  "position" | "verdict" | "problem" | "state" | "memberId"
>;

/** The next rows to invite, in order and locked; those in another worker's hands are left to it. */
export const waitingRows = (tx: WriteTx, batchId: string, limit: number) =>
  tx
    .select({
      position: invitationRows.position,
      email: invitationRows.email,
      firstName: invitationRows.firstName,
      lastName: invitationRows.lastName,
      roles: invitationRows.roles,
      products: invitationRows.products,
      lines: invitationRows.lines,
      verdict: invitationRows.verdict,
    })
    .from(invitationRows)
    .where(waitingOf(batchId))
    .orderBy(asc(invitationRows.position))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function settleRows(tx: WriteTx, batchId: string, rows: readonly Settled[]): Promise<void> {
  if (rows.length === 0) return;
  const list = JSON.stringify(rows.map(({ memberId, ...row }) => ({ ...row, member_id: memberId })));
  await tx.execute(sql`update invitation_rows r
    set state = s.state, verdict = s.verdict, problem = s.problem, member_id = s.member_id
    from jsonb_to_recordset(${list}::text::jsonb) as s(position int, verdict invitation_verdict, problem text,
      state invitation_state, member_id uuid)
    where r.batch_id = ${batchId} and r.position = s.position and r.state = 'waiting'`);
}

/** The next row, or all that are left, with the reason. */
export async function failRows(tx: WriteTx, batchId: string, { problem, limit }: { problem: string; limit?: number }) {
  const next = tx
    .select({ position: invitationRows.position })
    .from(invitationRows)
    .where(waitingOf(batchId))
    .orderBy(asc(invitationRows.position))
    .limit(limit ?? 1_000_000);
  await tx
    .update(invitationRows)
    .set({ state: "failed", problem })
    .where(and(waitingOf(batchId), sql`${invitationRows.position} in (${next})`));
}

const waitingOf = (batchId: string) =>
  and(eq(invitationRows.batchId, batchId), sql`${invitationRows.state} = 'waiting'`);
