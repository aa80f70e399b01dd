import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import { members, outbox } from "@/db/schema";
import { writeDb } from "@/db/write";

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
  /** This try included. */
  attempts: number;
};

/** Longer than the longest try (a wait for a slot and a provider that hangs); after a crash another worker takes over. */
const LEASE = sql`now() + interval '60 seconds'`;

const due = and(eq(outbox.state, "queued"), lte(outbox.nextAt, sql`now()`)) as SQL;

const memberStatus = sql<
  string | null
>`(select ${members.status} from ${members} where ${members.id} = ${outbox.memberId})`;

/** Takes the email that has been due longest; no two workers ever get the same one. */
export async function claimNext(): Promise<Claimed | undefined> {
  const first = writeDb
    .select({ id: outbox.id })
    .from(outbox)
    .where(due)
    .orderBy(outbox.nextAt)
    .limit(1)
    .for("update", { skipLocked: true });
  const [claimed] = await writeDb
    .update(outbox)
    .set({ nextAt: LEASE, attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, sql`(${first})`))
    .returning({
      id: outbox.id,
      memberId: outbox.memberId,
      memberStatus,
      template: outbox.template,
      to: outbox.to,
      props: outbox.props,
      secret: outbox.secret,
      attempts: outbox.attempts,
    });
  return claimed;
}

export async function anythingDue(): Promise<boolean> {
  const found = await writeDb.select({ id: outbox.id }).from(outbox).where(due).limit(1);
  return found.length > 0;
}
