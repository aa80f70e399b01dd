import { and, eq, type SQL, sql } from "drizzle-orm";
import { consentEvents, optOuts } from "@/db/schema";
import type { WriteTx } from "@/db/write";

export type Customer = { accountId: string; phone: string };

/** What holds of several is taken in this order by everybody, so that two who do it wait for each other, and never both. */
export const byNumber = (one: Customer, other: Customer): number =>
  compare(one.phone, other.phone) || compare(one.accountId, other.accountId);

/** As PostgreSQL does by "C". */
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

type Said = Omit<typeof consentEvents.$inferInsert, "accountId" | "phone" | "kind" | "at" | "id">;
type Stop = Said & { how: Way; reviewBy?: Date };

/**
 * No more texts to this number, from the next hand-over on, on every line. True if it held before already. Ordinary words
 * (`reviewBy`) hold, too, until somebody has looked; plain ones leave nothing to look at.
 */
export async function optOut(tx: WriteTx, who: Customer, stop: Stop): Promise<boolean> {
  const [row] = await stopThem(tx, [who], stop);
  return row?.isNew === false;
}

/** The same for many at once, each another number. Answers those that were texted until now. */
export async function optOutAll(tx: WriteTx, customers: readonly Customer[], stop: Stop): Promise<Stopped[]> {
  const stopped: Stopped[] = [];
  const inOrder = customers.toSorted(byNumber);
  for (let at = 0; at < inOrder.length; at += ROWS_AT_ONCE)
    stopped.push(...(await stopThem(tx, inOrder.slice(at, at + ROWS_AT_ONCE), stop)).filter(({ isNew }) => isNew));
  return stopped;
}

type Stopped = { phone: string; since: Date };

/** A statement holds at most 65,535 parameters, and a consent event takes up to fifteen of them. */
const ROWS_AT_ONCE = 4000;

export type Way = (typeof optOuts.$inferInsert)["how"];

/** How people stop texts themselves; in the other ways somebody does it for them. */
const OWN_WAYS: readonly Way[] = ["keyword", "words", "carrier", "link"];
export const isOwnWay = (how: Way) => OWN_WAYS.includes(how);
export const ownWays = sql.raw(OWN_WAYS.map((way) => `'${way}'`).join(", "));

/** Whoever says so after a colleague or a list did has stopped by this. */
const own = sql`case when ${optOuts.how} in ('by hand', 'import') and excluded.how in (${ownWays})
  then excluded.how else ${optOuts.how} end`;

/** So has who only was erased before. */
const ownOrErased = sql`case when ${optOuts.how} = 'erasure' then excluded.how else ${own} end`;

async function stopThem(tx: WriteTx, customers: readonly Customer[], { how, reviewBy, ...said }: Stop) {
  const numbers = customers.map(({ accountId, phone }) => ({ accountId, phone }));
  const rows = await tx
    .insert(optOuts)
    .values(numbers.map((number) => ({ ...number, how, reviewBy: reviewBy ?? null })))
    .onConflictDoUpdate({
      target: [optOuts.accountId, optOuts.phone],
      set: reviewBy ? { how: own } : { reviewBy: null, how: ownOrErased },
    })
    .returning({ isNew: sql<boolean>`xmax = 0`, phone: optOuts.phone, since: optOuts.since });
  const kind = reviewBy ? ("maybe" as const) : ("out" as const);
  await tx.insert(consentEvents).values(numbers.map((number) => ({ ...number, kind, ...said })));
  return rows;
}

/** Whether this number gets no texts: also one that becomes a contact's again. */
export async function isStopped(tx: WriteTx, { accountId, phone }: Customer): Promise<boolean> {
  const theirs = and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone));
  return (await tx.$count(optOuts, theirs)) > 0;
}

/** Where an opt-out is from that nobody has said: their number had been erased. */
export const ERASED_BEFORE = "erased here before";

/** Of a text of ours: as far as anybody knows they have not read it, so nothing that they say answers it. */
export const neverCame = (text: SQL) => sql`${text}.state in ('called off', 'undelivered', 'failed')`;

/**
 * They want texts again, in words of theirs of that moment. True if they had stopped them before it: words that come late
 * take back nothing newer. What holds is held first, so that what is being said of it just now is seen; where nothing holds,
 * nothing is taken back, also what comes in between.
 */
export async function optIn(tx: WriteTx, who: Customer, at: Date, said: Said): Promise<boolean> {
  const theirs = and(eq(optOuts.accountId, who.accountId), eq(optOuts.phone, who.phone));
  const held = await tx.select({ phone: optOuts.phone }).from(optOuts).where(theirs).for("update");
  if (held.length > 0 && (await isStoppedSince(tx, who, at))) return false;
  if (held.length > 0) await tx.delete(optOuts).where(theirs);
  await agree(tx, who, said);
  return held.length > 0;
}

/** Whether what holds was said after that moment: by them, whenever it was heard, or by a colleague, a list or a link. */
async function isStoppedSince(tx: WriteTx, { accountId, phone }: Customer, at: Date): Promise<boolean> {
  const [later] = await tx.execute(sql`select from consent_events e
    left join messages m on m.id = e.message_id and m.direction = 'in'
    where e.account_id = ${accountId}::uuid and e.phone = ${phone} and e.kind in ('out', 'maybe') and e.source <> ${ERASED_BEFORE}
      and coalesce(m.at, e.at) > ${at.toISOString()}::timestamptz limit 1`);
  return later !== undefined;
}

/** They want texts, and nothing had stopped them. */
export const agree = (tx: WriteTx, { accountId, phone }: Customer, said: Said) =>
  tx.insert(consentEvents).values({ accountId, phone, kind: "in", ...said });
