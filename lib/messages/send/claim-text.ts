import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { keepBooks } from "../../change";
import { LEASE } from "../../worker/lease";

/** A text that this worker alone may hand over, until its lease ends. */
export type ClaimedText = {
  id: string;
  numberId: string;
  from: string;
  to: string;
  body: string;
  /** Of this claim alone. */
  lease: string;
  attempts: number;
  /** Of a try before this one, whose end nobody knows. */
  unknownSince: Date | null;
  /** The carrier was asked for it before, in vain. */
  wasSearched: boolean;
  isOptedOut: boolean;
  /** So long ago that the words may be true no more. */
  isOld: boolean;
};

/** Any number that nothing else in this database locks. */
const CLAIM_LOCK = 7_231_944;

/** So long a callback may take to say what an answer did not. */
const FIRST_LOOK = sql`interval '20 seconds'`;

/**
 * Older ones of the conversation that are still to leave; what waits for its time or for a decision holds up nobody, and a
 * campaign no reply. Looked up in the thread alone: what PostgreSQL knows of a queue is old, and it would compare all with
 * all. (The condition of `texts_due` is put so that this index can't answer it.)
 */
const isBehind = sql`coalesce((select true from texts e where e.conversation_id = t.conversation_id and e.seq < t.seq
  and (e.carrier_id is null and e.parked_at is null) is true and (e.send_at is null or e.send_at <= now())
  and (e.campaign_id is null or t.campaign_id is not null) order by e.seq limit 1), false)`;

/** Whoever pauses a campaign holds it from that moment on. */
const isUnderWay = sql`(t.campaign_id is null or exists (select from campaigns c where c.id = t.campaign_id and c.state = 'sending'))`;

const isDue = sql`t.carrier_id is null and t.parked_at is null and t.next_at <= now() and ${isUnderWay}
  and (t.unknown_since is null or t.unknown_since <= now() - ${FIRST_LOOK})`;

const isOptedOut = sql`exists (select from opt_outs o where o.account_id = texts.account_id and o.phone = texts.to_phone)`;

type Row = Omit<ClaimedText, "unknownSince" | "lease"> & {
  accountId: string;
  segments: number;
  unknownMs: number | null;
};

/** What takes it, to be asked or explained. */
export const claimStatement = (lease: string): SQL => sql`
  with next as (
    select t.*, n.e164 from numbers n left join line_pace p on p.number_id = n.id
    cross join lateral (
      select * from texts t where t.number_id = n.id and ${isDue} and not ${isBehind}
      order by t.priority, t.next_at, t.seq limit 1) t
    where p.next_at is null or p.next_at <= now()
    order by t.priority, t.next_at, t.seq limit 1
  )
  update texts set lease = ${lease}, next_at = ${LEASE}, attempts = texts.attempts + (texts.lease is not null)::int,
    unknown_since = case when ${isOptedOut} then texts.unknown_since else coalesce(texts.unknown_since, now()) end
  from next, messages m
  where texts.message_id = next.message_id and m.id = next.message_id
    and texts.carrier_id is null and texts.parked_at is null and texts.next_at <= now()
  returning texts.message_id as id, texts.account_id as "accountId", texts.number_id as "numberId", next.e164 as "from",
    texts.to_phone as "to", m.body, coalesce(m.segments, 1) as segments, texts.attempts + 1 as attempts,
    (extract(epoch from next.unknown_since) * 1000)::float8 as "unknownMs",
    texts.searched_at is not null as "wasSearched", ${isOptedOut} as "isOptedOut",
    coalesce(texts.send_at, m.at) < now() - interval '1 day' as "isOld"`;

/**
 * Takes the text that is due first: replies before everything else, a conversation's in their order, a line's at its pace.
 * Who has opted out is asked in the very statement that says that it may leave now.
 */
export const claimText = (): Promise<ClaimedText | undefined> =>
  keepBooks(async (tx) => {
    // One at a time, for these few milliseconds: two of one line would both find it free.
    await tx.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
    const lease = randomUUID();
    const [row] = await tx.execute<Row>(claimStatement(lease));
    if (!row) return undefined;
    const { accountId, segments, unknownMs, ...text } = row;
    const leaves = unknownMs === null && !row.isOptedOut;
    if (leaves)
      await tx.execute(sql`
        insert into line_pace (number_id, account_id, next_at) values (${row.numberId}, ${accountId}, now() + ${segments} * interval '1 second')
        on conflict (number_id) do update
          set next_at = greatest(line_pace.next_at, now()) + ${segments} / line_pace.per_second * interval '1 second'`);
    return { ...text, lease, unknownSince: unknownMs === null ? null : new Date(unknownMs) };
  });

/** Whether one is due that waits for the pace of its line alone, and not for long. */
export const waitsForPace = (): Promise<boolean> =>
  keepBooks(async (tx) => {
    const [found] = await tx.execute(sql`
      select from line_pace p where p.next_at between now() and now() + interval '2 seconds'
        and exists (select from texts t where t.number_id = p.number_id and ${isDue}) limit 1`);
    return found !== undefined;
  });
