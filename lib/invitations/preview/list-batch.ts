import { and, asc, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { groups, invitationBatches, invitationRows } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { newestTo } from "@/lib/invitations/newest-mail";
import { ownBatch } from "@/lib/invitations/preview/own-draft";

const SIZE = 100;

export const shows = [
  "all",
  "new",
  "guest",
  "here",
  "pending",
  "wrong",
  "beyond",
  "gone",
  "invited",
  "failed",
] as const;
export type Show = (typeof shows)[number];

/** The list's state as the address has it; nonsense reads as its beginning. */
export const BatchPage = z.object({
  show: z.enum(shows).catch("all"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

export type BatchRow = Awaited<ReturnType<typeof listBatch>>[number];
/** `not`: whoever got no invitation. `rejected`: whoever will get none, of a list that is not sent yet. */
type Wish = { show: Show | "not" | "rejected"; page: number; whole?: true };

/** What wants a look comes first. */
const order = sql`case when ${invitationRows.state} = 'failed' then 0 else array_position(
  array['wrong', 'beyond', 'left', 'here', 'pending', 'guest', 'new'],
  case when ${invitationRows.leftReason} is null then ${invitationRows.verdict}::text else 'left' end) end`;

/** How the email to somebody invited went; null before there is one. */
const mail = sql<"queued" | "sent" | "failed" | null>`case when ${invitationRows.state} = 'invited' then
  (select o.state from outbox o where ${newestTo(invitationRows.memberId)}) end`;

/** A page of a batch's rows, or (`whole`) all of them as they were listed; none of one that the viewer did not make. */
export async function listBatch(viewer: Viewer, batchId: string, { show, page, whole }: Wish) {
  const rows = await db
    .select({
      position: invitationRows.position,
      email: invitationRows.email,
      firstName: invitationRows.firstName,
      lastName: invitationRows.lastName,
      roles: invitationRows.roles,
      products: invitationRows.products,
      lines: invitationRows.lines,
      verdict: invitationRows.verdict,
      state: invitationRows.state,
      problem: invitationRows.problem,
      leftReason: invitationRows.leftReason,
      memberId: invitationRows.memberId,
      written: invitationRows.written,
      mail,
    })
    .from(invitationRows)
    .innerJoin(invitationBatches, eq(invitationBatches.id, invitationRows.batchId))
    .where(and(ownBatch(viewer, batchId), fitting(show)))
    .orderBy(...(whole ? [] : [order]), asc(invitationRows.position))
    .limit(whole ? 100_000 : SIZE)
    .offset(whole ? 0 : (page - 1) * SIZE);
  const names = await groupNames(
    viewer,
    rows.flatMap((row) => row.roles.map(({ groupId }) => groupId)),
  );
  return rows.map((row) => ({
    ...row,
    roles: row.roles.map(({ role, groupId }) => ({
      role,
      groupId,
      group: groupId === viewer.rootGroupId ? null : (names.get(groupId) ?? "a group that is gone"),
    })),
  }));
}

const isGone = sql`(${invitationRows.leftReason} is not null and ${invitationRows.state} = 'left out')`;

function fitting(show: Wish["show"]): SQL | undefined {
  if (show === "all") return undefined;
  if (show === "gone") return isGone;
  if (show === "invited") return eq(invitationRows.state, "invited");
  if (show === "failed") return sql`(${invitationRows.state} = 'failed' or ${mail} = 'failed')`;
  if (show === "rejected") return eq(invitationRows.state, "left out");
  if (show === "not") return sql`(${invitationRows.state} <> 'invited' or ${mail} = 'failed')`;
  return and(eq(invitationRows.verdict, show), not(isGone));
}

async function groupNames({ accountId }: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const theirs = and(eq(groups.accountId, accountId), inArray(groups.id, [...new Set(ids)]));
  const rows = await db.select({ id: groups.id, name: groups.name }).from(groups).where(theirs);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const pagesOf = (rows: number) => Math.max(1, Math.ceil(rows / SIZE));
