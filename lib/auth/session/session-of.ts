import { eq, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { accounts, groups, members, sessions, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { keepBooks } from "../../change";
import { sha256 } from "../../crypto";
import { viewerColumns } from "./viewer-columns";

/** Idle for longer than this, a session is over. Its absolute end stands in its row. */
const IDLE = sql`interval '12 hours'`;

export const isOpen = sql`${sessions.expiresAt} > now() and ${sessions.lastSeenAt} > now() - ${IDLE}`;

/** One statement a request: session, person, membership, account and access, all as they are now. */
const liveSession = byIndex
  .select({
    sessionId: sessions.id,
    ...viewerColumns,
    isNew: sessions.isNew,
    hasKeptForms: sql<boolean>`exists (select from kept_forms kept where kept.member_id = ${members.id})`,
    stale: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'`,
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .innerJoin(members, eq(members.id, sessions.memberId))
  .innerJoin(accounts, eq(accounts.id, members.accountId))
  .innerJoin(groups, sql`${groups.accountId} = ${accounts.id} and ${groups.parentId} is null`)
  .where(sql`${sessions.tokenHash} = ${sql.placeholder("hash")} and ${members.status} = 'Active' and ${isOpen}`)
  .prepare("live_session");

/** The viewer that a session's secret stands for, or null when that session is over. */
export async function sessionOf(token: string): Promise<Viewer | null> {
  const found = await findSession(token);
  if (found?.stale) await touchSession(found.viewer.sessionId);
  return found?.viewer ?? null;
}

/** The same for what an open page tells by itself, which is no use of a session: it keeps nobody logged in. */
export const untouchedSessionOf = async (token: string): Promise<Viewer | null> =>
  (await findSession(token))?.viewer ?? null;

async function findSession(token: string): Promise<{ viewer: Viewer; stale: boolean } | undefined> {
  const [row] = await liveSession.execute({ hash: sha256(token) });
  if (!row) return undefined;
  const { stale, ...viewer } = row;
  return { stale, viewer: { kind: "viewer", ...viewer } };
}

/** Notes that a session was used, once a minute at most, so that idle ones end. */
const touchSession = (sessionId: string) =>
  keepBooks((tx) => tx.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId)));
