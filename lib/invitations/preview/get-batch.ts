import { count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { invitationBatches, invitationRows } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { newestTo } from "@/lib/invitations/newest-mail";
import { ownBatch } from "@/lib/invitations/preview/own-draft";

export type Verdict = (typeof invitationRows.$inferSelect)["verdict"];
export type Batch = NonNullable<Awaited<ReturnType<typeof getBatch>>>;

/** How many rows of a batch are how, and how far it has come; null for one that the viewer did not make. */
export async function getBatch(viewer: Viewer, batchId: string) {
  const [batch] = z.uuid().safeParse(batchId).success ? await own(viewer, batchId) : [];
  if (!batch) return null;
  const counts = await db
    .select({ verdict: invitationRows.verdict, state: invitationRows.state, hasLeft, count: count() })
    .from(invitationRows)
    .where(eq(invitationRows.batchId, batchId))
    .groupBy(invitationRows.verdict, invitationRows.state, hasLeft);
  type Row = (typeof counts)[number];
  const sum = (fits: (row: Row) => boolean) => counts.filter(fits).reduce((total, row) => total + row.count, 0);
  return {
    id: batch.id,
    isConfirmed: batch.confirmedAt !== null,
    isFinished: batch.finishedAt !== null,
    rows: sum(() => true),
    by: (verdict: Verdict) => sum((row) => row.verdict === verdict && !isGone(row)),
    /** Something says that they are no more, and nobody included them. */
    gone: sum(isGone),
    /** Before it is confirmed these are the ones who will be invited. */
    waiting: sum(({ state }) => state === "waiting"),
    guests: sum(({ state, verdict }) => state === "waiting" && verdict === "guest"),
    invited: sum(({ state }) => state === "invited"),
    failed: sum(({ state }) => state === "failed"),
    leftOut: sum(({ state }) => state === "left out"),
    emails: batch.confirmedAt ? await emailsOf(batchId) : { sent: 0, failed: 0 },
  };
}

const hasLeft = sql<boolean>`${invitationRows.leftReason} is not null`;

const isGone = (row: { hasLeft: boolean; state: string }) => row.hasLeft && row.state === "left out";

const own = (viewer: Viewer, batchId: string) =>
  db
    .select({
      id: invitationBatches.id,
      confirmedAt: invitationBatches.confirmedAt,
      finishedAt: invitationBatches.finishedAt,
    })
    .from(invitationBatches)
    .where(ownBatch(viewer, batchId));

/** The newest invitation that each person got. By the index of each person, however many there are. */
async function emailsOf(batchId: string) {
  const [emails] = await db.execute<{ sent: number; failed: number }>(sql`
    select (count(*) filter (where mail.state = 'sent'))::int as sent,
      (count(*) filter (where mail.state = 'failed'))::int as failed
    from invitation_rows r cross join lateral (
      select o.state from outbox o where ${newestTo(sql`r.member_id`)}) mail
    where r.batch_id = ${batchId} and r.state = 'invited'`);
  return emails ?? { sent: 0, failed: 0 };
}
