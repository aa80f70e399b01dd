import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { isOpen, openFrom } from "../../campaigns/hours";
import { keepBooks } from "../../change";
import { among, idsOf } from "../../id-list";
import { LEASE } from "../../worker/lease";
import { callOffTexts } from "./call-off-texts";

/** A text that this worker alone may hand over, until its lease ends. */
export type ClaimedText = {
  id: string;
  numberId: string;
  from: string;
  to: string;
  body: string;
  campaignId: string | null;
  /** Of this claim alone, and of all that it took. */
  lease: string;
  attempts: number;
  /** Of a try before this one, whose end nobody knows. */
  unknownSince: Date | null;
  /** The carrier was asked for it before, in vain. */
  wasSearched: boolean;
  isOptedOut: boolean;
  /** Of its line, which its leaving ends. */
  hasTrouble: boolean;
  /** So long ago that the words may be true no more. */
  isOld: boolean;
};

/** Any number that nothing else in this database locks. */
const CLAIM_LOCK = 7_231_944;

/** So long a callback may take to say what an answer did not. */
const FIRST_LOOK = sql`interval '20 seconds'`;

/** Whoever pauses a campaign holds it from that moment on. */
const isSending = (text: string) =>
  sql`exists (select from campaigns c where c.id = ${sql.raw(text)}.campaign_id and c.state = 'sending')`;

/** What may be with the carrier already is found out about, whatever became of its campaign. */
const isUnderWay = sql`(t.campaign_id is null or t.unknown_since is not null or ${isSending("t")})`;

/**
 * Older ones of the conversation that are still to leave; what waits for its time or for a decision holds up nobody, and a
 * campaign no reply, nor another one while it is held. Looked up in the thread alone: what PostgreSQL knows of a queue is old, and it would compare all with
 * all. (The condition of `texts_due` is put so that this index can't answer it.)
 */
const isBehind = sql`coalesce((select true from texts e where e.conversation_id = t.conversation_id and e.seq < t.seq
  and (e.carrier_id is null and e.parked_at is null) is true and (e.send_at is null or e.send_at <= now())
  and (e.campaign_id is null or t.campaign_id is not null and ${isSending("e")}) order by e.seq limit 1), false)`;

const isDue = sql`t.carrier_id is null and t.parked_at is null and t.next_at <= now() and ${isUnderWay}
  and (t.unknown_since is null or t.unknown_since <= now() - ${FIRST_LOOK})`;

const isOptedOut = sql`exists (select from opt_outs o where o.account_id = texts.account_id and o.phone = texts.to_phone)`;

/** What one claim may take of a line, in seconds of its pace: at least one text, and no more than soon gives way to a reply. */
const SLICE = 0.25;

/** Of a campaign whose recipient's hours have ended while it was in the queue, or held, or no carrier could be reached. */
const isLate = sql`(r.zone is not null and t.unknown_since is null and (r.until <= now() or not ${isOpen(sql`now()`, sql`r.zone`)}) is true)`;

/** To be sent later by somebody who is not here any more: nothing leaves in their name. */
const isLeft = sql`(t.send_at is not null and t.unknown_since is null
  and not exists (select from members where members.id = t.author_id and members.status = 'Active'))`;

/** By its index, whatever PostgreSQL knows of the table. */
const recipient = sql`(select zone, until from campaign_recipients where campaign_recipients.message_id = t.message_id
  and t.campaign_id is not null order by campaign_recipients.message_id limit 1)`;

type Claim = { lease: string; most: number };

/** What takes them, to be asked or explained. A line's place in its pace moves on by what leaves of it; what finds nobody
 * awake waits for their hours, and what is nobody's any more goes nowhere. */
export const claimStatement = ({ lease, most }: Claim): SQL => sql`
  with line as (
    select n.id, n.e164, p.trouble, greatest(1, floor(coalesce(p.per_second, 1) * ${SLICE}::float8))::int as room
    from numbers n left join line_pace p on p.number_id = n.id where p.next_at is null or p.next_at <= now()
  ), next as (
    select t.*, line.e164, line.trouble, ${isLate} or ${isLeft} as is_late, coalesce(r.until <= now(), false) or ${isLeft} as is_over,
      ${openFrom(sql`now()`, sql`r.zone`)} as opens from line cross join lateral (
      select t.message_id, t.campaign_id, t.priority, t.next_at, t.unknown_since, t.send_at, m.author_id, m.body, m.at, coalesce(m.segments, 1) as segments,
        sum(coalesce(m.segments, 1)) over (order by t.priority, t.next_at, t.message_id) - coalesce(m.segments, 1) as before
      from (select * from texts t where t.number_id = line.id and ${isDue} and not ${isBehind}
        order by t.priority, t.next_at limit least(${most}::int, line.room) for update skip locked) t
      join messages m on m.id = t.message_id) t
    left join lateral ${recipient} r on true
    where t.before < line.room
    order by t.priority, t.next_at limit ${most}
  ), taken as (
    update texts set lease = case when not next.is_late then ${lease}::uuid end,
      next_at = case when next.is_late then coalesce(next.opens, now()) else ${LEASE} end,
      attempts = texts.attempts + (texts.lease is not null)::int,
      unknown_since = case when next.is_late or ${isOptedOut} then texts.unknown_since else coalesce(texts.unknown_since, now()) end
    from next where texts.message_id = next.message_id
    returning texts.message_id as id, texts.account_id, texts.number_id, texts.campaign_id, next.e164, texts.to_phone, next.body, next.segments,
      texts.attempts + 1 as attempts, next.unknown_since, texts.searched_at, next.trouble, ${isOptedOut} as is_opted_out, next.is_late, next.is_over,
      coalesce(texts.send_at, next.at) < now() - interval '1 day' as is_old
  ), paced as (
    insert into line_pace as p (number_id, account_id, next_at)
      select number_id, account_id, now() + (sum(segments) - ${SLICE}::float8) * interval '1 second' from taken
      where unknown_since is null and not is_opted_out and not is_late group by number_id, account_id order by number_id
    on conflict (number_id) do update set next_at = greatest(p.next_at, now() - ${SLICE}::float8 * interval '1 second')
      + (extract(epoch from excluded.next_at - now()) + ${SLICE}::float8) / p.per_second * interval '1 second'
  )
  select id, number_id as "numberId", campaign_id as "campaignId", e164 as "from", to_phone as "to", body, attempts,
    (extract(epoch from unknown_since) * 1000)::float8 as "unknownMs", searched_at is not null as "wasSearched",
    is_opted_out as "isOptedOut", is_old as "isOld", trouble is not null as "hasTrouble",
    is_late as "isLate", is_late and is_over as "isOver" from taken`;

type Row = Omit<ClaimedText, "unknownSince" | "lease"> & { unknownMs: number | null; isLate: boolean; isOver: boolean };

/**
 * Takes the texts that are due first, so many at most: replies before everything else, a conversation's in their order, a
 * line's at its pace. Who has opted out is asked in the very statement that says that they may leave now.
 */
export async function claimTexts(most: number): Promise<ClaimedText[]> {
  const { taken, isAll } = await claim(most);
  return taken.length > 0 || isAll ? taken : claimTexts(most);
}

/** `isAll`: there was nothing else; otherwise others may be due behind those whose hours are over. */
const claim = (most: number) =>
  keepBooks(async (tx) => {
    // One worker at a time, for these few milliseconds: two would both find a line free.
    await tx.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
    const lease = randomUUID();
    const rows = await tx.execute<Row>(claimStatement({ lease, most }));
    await leaveThose(tx, idsOf(rows.filter(({ isOver }) => isOver)));
    const due = rows.filter(({ isLate }) => !isLate);
    const taken = due.map(({ unknownMs, isLate: _, isOver: _over, ...text }) => ({
      ...{ ...text, lease },
      unknownSince: unknownMs === null ? null : new Date(unknownMs),
    }));
    return { taken, isAll: rows.length === 0 };
  });

/** Where their campaign stops once the hours end, or nobody is left to have sent them. */
async function leaveThose(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(texts).where(among(texts.messageId, ids));
  await callOffTexts(tx, ids);
}

/** Whether one is due that waits for the pace of its line alone, and not for long. */
export const waitsForPace = (): Promise<boolean> =>
  keepBooks(async (tx) => {
    const [found] = await tx.execute(sql`
      select from line_pace p where p.next_at between now() and now() + interval '2 seconds'
        and exists (select from texts t where t.number_id = p.number_id and ${isDue}) limit 1`);
    return found !== undefined;
  });
