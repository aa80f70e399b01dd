import { eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, members, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { idList } from "../../id-list";
import type { Known } from "../find-people";
import type { WaitingRow } from "./batch-rows";

export type Invitee = WaitingRow & { userId: string; memberId: string; verdict: "new" | "guest"; hasPassword: boolean };
type Fit = { row: WaitingRow; known: Known | undefined };

/**
 * Logins and places in the company for all of them, a statement a table. Whoever somebody else added at the same moment
 * is not among those that come back.
 */
export async function addInvited(c: Change, viewer: Viewer, fit: readonly Fit[]): Promise<Invitee[]> {
  const added = await addUsers(c, viewer, fit);
  const guests = await keptUsers(c, fit);
  const wanted = [...added, ...guests];
  if (wanted.length === 0) return [];
  const { accountId, memberId: invitedBy } = viewer;
  const rows = wanted.map(({ memberId: id, userId, products, lines }) => ({
    ...{ id, accountId, userId, invitedBy, products },
    defaultNumberId: lines[0] ?? null,
  }));
  const placed = await c.tx.insert(members).values(rows).onConflictDoNothing().returning({ id: members.id });
  const ids = new Set(placed.map(({ id }) => id));
  const invited = wanted.filter(({ memberId }) => ids.has(memberId));
  await giveRoles(c, accountId, invited);
  await giveLines(c, accountId, invited);
  return invited;
}

/** In the order of their addresses, so that two who add the same people take turns instead of waiting for each other. */
async function addUsers(c: Change, { accountId }: Viewer, fit: readonly Fit[]): Promise<Invitee[]> {
  const fresh = fit
    .filter(({ known }) => !known)
    .map(({ row }) => ({ ...row, key: row.email.toLowerCase(), userId: v7(), memberId: v7() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (fresh.length === 0) return [];
  const { timeZone } = await c.one(
    c.tx.select({ timeZone: accounts.timeZone }).from(accounts).where(eq(accounts.id, accountId)),
  );
  const added = await c.tx
    .insert(users)
    .values(
      fresh.map(({ userId: id, firstName, lastName, email }) => ({
        ...{ id, homeAccountId: accountId, firstName, lastName, email, timeZone },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: users.id });
  const ids = new Set(added.map(({ id }) => id));
  return fresh
    .filter(({ userId }) => ids.has(userId))
    .map(({ key: _, ...row }) => ({ ...row, verdict: "new", hasPassword: false }));
}

/** Those with a login elsewhere, which nobody deletes until the change is done. */
async function keptUsers(c: Change, fit: readonly Fit[]): Promise<Invitee[]> {
  const guests = fit.flatMap(({ row, known }) => (known ? [{ row, known }] : []));
  if (guests.length === 0) return [];
  const ids = guests.map(({ known }) => known.userId);
  const there = await c.tx
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(users.id)
    .for("key share");
  const kept = new Set(there.map(({ id }) => id));
  return guests
    .filter(({ known }) => kept.has(known.userId))
    .map(({ row, known: { userId, hasPassword } }) => ({
      ...{ ...row, userId, hasPassword, memberId: v7() },
      verdict: "guest",
    }));
}

async function giveRoles(c: Change, accountId: string, invited: readonly Invitee[]) {
  const given = invited.flatMap(({ memberId, roles }) => roles.map((each) => ({ memberId, ...each })));
  const roles = sql`${sql.param(given.map(({ role }) => role))}::text[]`;
  await c.tx.execute(sql`insert into role_assignments (account_id, member_id, role, group_id)
    select ${accountId}::uuid, * from unnest(${idList(given.map((each) => each.memberId))}, ${roles},
      ${idList(given.map(({ groupId }) => groupId))})`);
}

async function giveLines(c: Change, accountId: string, invited: readonly Invitee[]) {
  const given = invited.flatMap(({ memberId, lines }) => lines.map((line) => ({ memberId, line })));
  if (given.length === 0) return;
  await c.tx.execute(sql`insert into line_access (account_id, member_id, number_id)
    select ${accountId}::uuid, * from unnest(${idList(given.map((each) => each.memberId))},
      ${idList(given.map(({ line }) => line))})`);
}
