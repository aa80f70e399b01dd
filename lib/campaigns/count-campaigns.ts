import { sql } from "drizzle-orm";
import type { Counted } from "@/db/schema/campaigns";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "../change";
import { leftAfter } from "./figures";

/** Of more recipients than these, figures are too dear to be asked for by everybody who looks. */
export const MANY = 10_000;

/** Counting takes a twentieth of the time at most, and is done so often at most. */
const SHARE = 20;
const SECONDS = 10;

/** Any number that nothing else in this database locks. */
const COUNT_LOCK = 7_231_946;

const NOTHING = { waiting: 0, sent: 0, delivered: 0, failed: 0, left: 0, replies: 0, optOuts: 0 };

/** From here on its recipients are counted by the worker, if they are many. */
export async function beginCounting(tx: WriteTx, id: string): Promise<void> {
  const [found] = await tx.execute<{ people: number }>(
    sql`select count(*)::int as people from campaign_recipients where campaign_id = ${id}`,
  );
  const people = found?.people ?? 0;
  if (people <= MANY) return;
  const figures = { ...NOTHING, recipients: people, waiting: people };
  await keep(tx, id, { figures, codes: [], quarters: [], lastSentAt: null, seconds: 0 });
}

/** Counts anew what may have changed: often while texts leave and are answered, then once a day. One worker at a time. */
export async function countCampaigns(): Promise<void> {
  while (await countNext()) {}
}

/** Three days after its last text nobody's answer counts any more; receipts are all here long before. */
const isFresh = sql`(c.state in ('sending', 'paused') and (c.counted #>> '{figures,waiting}')::int > 0
  or (c.counted ->> 'lastSentAt')::timestamptz > now() - interval '73 hours')`;

const isDue = sql`c.counted_at < now() - make_interval(secs => case when ${isFresh}
  then greatest(${SECONDS}::int, ${SHARE}::int * (c.counted ->> 'seconds')::float8) else 86400 end)`;

const countNext = () =>
  keepBooks(async (tx) => {
    const [lock] = await tx.execute<{ isOurs: boolean }>(
      sql`select pg_try_advisory_xact_lock(${COUNT_LOCK}) as "isOurs"`,
    );
    if (!lock?.isOurs) return false;
    const [next] = await tx.execute<{ id: string }>(
      sql`select c.id from campaigns c where c.counted is not null and ${isDue} order by c.counted_at limit 1`,
    );
    if (!next) return false;
    // A million of them take some seconds.
    await tx.execute(sql`set local statement_timeout = '5min'`);
    const began = performance.now();
    const told = await count(tx, next.id);
    await keep(tx, next.id, { ...told, seconds: (performance.now() - began) / 1000 });
    return true;
  });

const keep = (tx: WriteTx, id: string, counted: Counted) =>
  tx.execute(
    sql`update campaigns set counted = ${JSON.stringify(counted)}::jsonb, counted_at = clock_timestamp() where id = ${id}`,
  );

type Tally = Omit<Counted["figures"], "replies" | "optOuts"> & { lastSentAt: string | null };

async function count(tx: WriteTx, id: string): Promise<Omit<Counted, "seconds">> {
  const its = sql`from campaign_recipients r where r.campaign_id = ${id}`;
  const [tally] = await tx.execute<Tally>(sql`select count(*)::int as recipients,
      count(*) filter (where r.state in ('waiting', 'queued'))::int as waiting, count(r.sent_at)::int as sent,
      count(*) filter (where r.state = 'delivered')::int as delivered, count(*) filter (where r.state = 'failed')::int as failed,
      count(*) filter (where r.state = 'left')::int as left, max(r.sent_at) as "lastSentAt" ${its}`);
  if (!tally) throw new Error("a count answers always");
  const { lastSentAt, ...figures } = tally;
  const [out] = await tx.execute<{ people: number }>(sql`select count(*)::int as people from campaign_recipients r
    join opt_outs o on ${leftAfter} where r.campaign_id = ${id}`);
  const [replied] = await tx.execute<{ people: number }>(sql`select count(distinct r.contact_id)::int as people
    from campaign_recipients r join messages sent on sent.id = r.message_id
    join messages reply on reply.conversation_id = sent.conversation_id and reply.direction = 'in'
      and reply.at between r.sent_at and r.sent_at + interval '72 hours' where r.campaign_id = ${id}`);
  const codes = await tx.execute<Counted["codes"][number]>(
    sql`select r.error_code as code, count(*)::int as people ${its} and r.state = 'failed' group by 1`,
  );
  const quarters = await tx.execute<Counted["quarters"][number]>(sql`
    select date_bin('15 minutes', r.sent_at, '2000-01-01Z') as at, count(*)::int as sent,
      count(*) filter (where r.state = 'delivered')::int as delivered ${its} and r.sent_at is not null group by 1 order by 1`);
  return {
    figures: { ...figures, replies: replied?.people ?? 0, optOuts: out?.people ?? 0 },
    ...{ codes: [...codes], quarters: [...quarters], lastSentAt },
  };
}
