import { type SQL, sql } from "drizzle-orm";
import { BRAKING_CODES } from "../../carrier/codes";
import { hasLeft, isAnybodyLeft, isAnybodyWaiting } from "../figures";
import { LINEUP } from "../lineup";
import { BRAKES, FIRST, type PausedBecause } from "../paused-words";
import { pauseByItself } from "./pause-by-itself";

/** Within so long most receipts are here: a text that the carrier took before and has said nothing of is not refused. */
const RECEIPT = sql`interval '10 seconds'`;

const isKnown = sql`(r.state in ('delivered', 'failed') or r.state = 'sent' and r.sent_at <= now() - ${RECEIPT})`;
const isRefused = sql`r.state = 'failed' and r.error_code in ${[...BRAKING_CODES]}`;

const texts = (c: SQL) => sql`from campaign_recipients r where r.campaign_id = ${c}.id and r.message_id is not null
  and r.message_id > coalesce(${c}.judged_from, '00000000-0000-0000-0000-000000000000')`;

const c = sql.raw("c");

/**
 * The last ones of which it is known what became of them, and how many left between these: refusals are often told at once and
 * what arrives later, so that those told of alone would be refused far more often than all.
 */
const latest = sql`(select known.judged, known.many, (select count(*) ${texts(c)}
    and r.state in ('sent', 'delivered', 'failed') and r.message_id between known.oldest and known.newest) as among
  from (select count(*)::int as judged, count(*) filter (where ${isRefused}) as many,
      min(r.message_id::text)::uuid as oldest, max(r.message_id::text)::uuid as newest
    from (select r.state, r.error_code, r.message_id ${texts(c)} and ${isKnown} order by r.message_id desc limit ${BRAKES.refused.of}) r) known)`;

const earliest = sql`(select count(*)::int as judged, count(*) filter (where ${hasLeft})::int as many
  from (select r.account_id, r.phone, r.sent_at ${texts(c)} and r.sent_at is not null
    order by r.message_id limit ${BRAKES["opt-outs"].of}) r)`;

/**
 * What would pause a campaign: more than 2 % of its last 200 texts refused, more than 5 % of its first 500 people opted out,
 * or its first hundred sent, where a person is waited for. A hundred, that is once none of them is still to be handed over.
 */
export const verdictOn = (id: string): SQL => sql`
  select c.id, c.judged_from, found.because, found.many from campaigns c
  cross join lateral ${latest} latest
  cross join lateral ${earliest} earliest
  cross join lateral (
    select 'refused' as because, ceil(latest.many * ${BRAKES.refused.of}::float8 / latest.among)::int as many
      where latest.judged = ${BRAKES.refused.of} and latest.many * ${BRAKES.refused.of} > ${BRAKES.refused.most} * latest.among
    union all select 'opt-outs', earliest.many where earliest.judged = ${BRAKES["opt-outs"].of} and earliest.many > ${BRAKES["opt-outs"].most}
    union all select 'first 100', null where c.waits_after_first and ${isFirstSent} limit 1) found
  where c.id = ${id} and c.state = 'sending' and ${isAnybodyLeft(sql`c.id`)}`;

const isFirstSent = sql`(select count(*) from (select from campaign_recipients r where r.campaign_id = c.id
    and r.message_id is not null order by r.message_id limit ${FIRST}) written) = ${FIRST} and ${isAnybodyWaiting(sql`c.id`)}
  and not exists (select from texts t where t.campaign_id = c.id and t.carrier_id is null and t.parked_at is null)`;

/** One statement looks and pauses: whoever resumes it at that moment is not overruled by what was seen before. */
export const brake = (id: string): Promise<boolean> =>
  pauseByItself(LINEUP, {
    id,
    because: sql<PausedBecause>`verdict.because`,
    count: sql<number>`verdict.many`,
    from: sql`(${verdictOn(id)}) verdict`,
    where: sql`campaigns.id = verdict.id and campaigns.judged_from is not distinct from verdict.judged_from`,
  });
