import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { members, outbox } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import { templatesSentAgain } from "../../email/templates";
import { LEASE } from "../../worker/lease";

/** An email that this worker alone may send, until its lease ends. */
export type Claimed = {
  id: string;
  memberId: string | null;
  /** Null when nobody was named or the member no longer exists. */
  memberStatus: string | null;
  template: string;
  to: string;
  props: Record<string, string>;
  secret: Buffer | null;
  /** Of this claim alone. */
  lease: string;
  /** This try included. */
  attempts: number;
  /** The set it leaves with, if it has been in one. */
  batch: string | null;
  /** An earlier try may have reached the provider. */
  unknown: boolean;
  /** So long ago that the provider may have forgotten its key: another try could arrive as a second email. */
  outOfReach: boolean;
};

/** What thousands of people get at once. */
const IN_SETS = templatesSentAgain("invitation");

/** Fewer leave one by one: each then has its own key, and can be given up by itself. */
const LEAST = 10;

/** The most that the provider takes in a request. */
const MOST = 100;

/** The provider remembers a key for a day; an hour of it is for the try itself, and for its clock and ours. */
const REACH = sql`interval '23 hours'`;

/** As the column keeps it, to the millisecond. */
const now = sql`date_trunc('milliseconds', now())`;

/** Any number that nothing else in this database locks. */
const CLAIM_LOCK = 7_231_943;

const due = and(eq(outbox.state, "queued"), lte(outbox.nextAt, sql`now()`)) as SQL;

const memberStatus = sql<
  string | null
>`(select ${members.status} from ${members} where ${members.id} = ${outbox.memberId})`;

/**
 * Takes the email that has been due longest, and with an invitation many others; no two workers ever get the same one.
 * A set stays as it is from its first try on, and is found by its first email. What few people get goes first.
 */
export const claimNext = (): Promise<Claimed[]> =>
  writeDb.transaction(async (tx) => {
    // One at a time, for these few milliseconds: side by side they would leave each other the crumbs of a set.
    await tx.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
    const [first] = await tx
      .select({ id: outbox.id, template: outbox.template, attempts: outbox.attempts, batch: outbox.sendingBatch })
      .from(outbox)
      .where(and(due, or(isNull(outbox.sendingBatch), eq(outbox.sendingBatch, outbox.id))))
      .orderBy(inArray(outbox.template, IN_SETS), asc(outbox.nextAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!first) return [];
    const others = first.batch === null ? await companions(tx, first) : [];
    const together = others.length + 1 >= LEAST;
    const lease = randomUUID();
    const alone = inArray(outbox.id, together ? [first.id, ...others] : [first.id]);
    const claimed = await tx
      .update(outbox)
      .set({
        nextAt: LEASE,
        lease,
        // A claim that nobody settled was a try, and may have been sent.
        attempts: sql`${outbox.attempts} + (${outbox.lease} is not null)::int`,
        unknownSince: sql`coalesce(${outbox.unknownSince}, ${now})`,
        ...(together && { sendingBatch: first.id }),
      })
      .where(first.batch === null ? alone : inSet(first.batch))
      .returning({
        id: outbox.id,
        memberId: outbox.memberId,
        memberStatus,
        template: outbox.template,
        to: outbox.to,
        props: outbox.props,
        secret: outbox.secret,
        attempts: sql<number>`${outbox.attempts} + 1`,
        batch: outbox.sendingBatch,
        unknown: sql<boolean>`${outbox.unknownSince} < ${now}`,
        outOfReach: sql<boolean>`${outbox.unknownSince} < ${now} - ${REACH}`,
      });
    return claimed.map((each) => ({ ...each, lease })).sort((a, b) => (a.id < b.id ? -1 : 1));
  });

const inSet = (batch: string) => and(eq(outbox.sendingBatch, batch), eq(outbox.state, "queued"));

/** Other invitations that nobody has tried to send; not those of people who are gone or disabled meanwhile. */
async function companions(tx: WriteTx, first: { id: string; template: string; attempts: number }): Promise<string[]> {
  const untried = and(eq(outbox.attempts, 0), isNull(outbox.unknownSince));
  const fresh = and(untried, isNull(outbox.sendingBatch), inArray(outbox.template, IN_SETS));
  const alive = sql`(${outbox.memberId} is null or exists (select from members m
    where m.id = ${outbox.memberId} and m.status <> 'Disabled'))`;
  const [isOne] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.id, first.id), fresh, alive));
  if (!isOne) return [];
  const others = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(due, fresh, alive, ne(outbox.id, first.id)))
    .orderBy(asc(outbox.nextAt))
    .limit(MOST - 1)
    .for("update", { skipLocked: true });
  return others.map(({ id }) => id);
}

export async function anythingDue(): Promise<boolean> {
  const found = await writeDb.select({ id: outbox.id }).from(outbox).where(due).limit(1);
  return found.length > 0;
}
