import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { campaigns } from "@/db/schema";
import { campaignsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { reasonOf } from "../../carrier/codes";
import { saidWords } from "../../contacts/said-words";
import { leftAfter } from "../figures";
import { openFrom } from "../hours";
import { type Found, type Wait, waitOf, waitsAmong } from "../waits";

/** Of more hours than these, the last. */
const HOURS = 24 * 31;

/** More opt-outs than these are told by their number alone. */
const OPT_OUTS = 50;

/** What a campaign is told by besides its figures. */
export type CampaignReport = {
  /** Why texts were not delivered, most frequent first. */
  reasons: { reason: string; people: number }[];
  /** What was taken by the carrier in each hour of the viewer's clocks, and how much of that has arrived. */
  hours: { at: Date; sent: number; delivered: number }[];
  /** Whose turn is still to come, and until when they wait. */
  waits: Wait[];
  /** Who wants no more texts since, and in which words; newest first. */
  optOuts: { contactId: string; name: string; phone: string; words: string | null; at: Date }[];
};

/** By reason and by hour, and who has left; nothing of a campaign that isn't the viewer's. */
export async function campaignReport(viewer: Viewer, id: string): Promise<CampaignReport> {
  const its = sql`from campaign_recipients r join ${campaigns} on ${campaigns.id} = r.campaign_id
    where ${and(campaignsWithin(viewer), eq(campaigns.id, id))}`;
  const counted = sql`from ${campaigns} where ${and(campaignsWithin(viewer), eq(campaigns.id, id), isNotNull(campaigns.counted))}`;
  const clock = sql`(quarter at time zone ${viewer.timeZone}::text)`;
  // Of an hour that clocks show twice, each by itself.
  const hour = sql`quarter - (${clock} - date_trunc('hour', ${clock}))`;
  const [codes, hours, optOuts, waits] = await Promise.all([
    db.execute<{ code: number | null; people: number }>(sql`
      select code, people from (select jsonb_array_elements(counted -> 'codes') ${counted}) s(e), jsonb_to_record(e) as x(code int, people int)
      union all select r.error_code, count(*)::int ${its} and ${campaigns.counted} is null and r.state = 'failed' group by 1`),
    db.execute<{ at: string; sent: number; delivered: number }>(sql`select * from (
        select ${hour} as at, sum(sent)::int as sent, sum(delivered)::int as delivered from (
          select at as quarter, sent, delivered from (select jsonb_array_elements(counted -> 'quarters') ${counted}) s(e),
            jsonb_to_record(e) as x(at timestamptz, sent int, delivered int)
          union all select date_bin('15 minutes', r.sent_at, '2000-01-01Z'), count(*), count(*) filter (where r.state = 'delivered')
            ${its} and ${campaigns.counted} is null and r.sent_at is not null group by 1) quarters
        group by 1 order by 1 desc limit ${HOURS}) hours order by at`),
    // From those who opted out since it began: they are fewer than whom it went to.
    db.execute<Left>(sql`select c.id as "contactId", coalesce(c.name, o.phone) as name, o.phone, o.since as at,
        (select ${saidWords(viewer)} from consent_events where consent_events.account_id = o.account_id and consent_events.phone = o.phone
          and kind in ('out', 'maybe') and actor_id is null order by consent_events.id desc limit 1) as words
      from ${campaigns} join opt_outs o on o.account_id = ${campaigns.accountId} and o.since >= ${campaigns.frozenAt}
        join contacts c on c.account_id = o.account_id and c.phone = o.phone
        join campaign_recipients r on r.campaign_id = ${campaigns.id} and r.contact_id = c.id and ${leftAfter}
      where ${and(campaignsWithin(viewer), eq(campaigns.id, id))} order by o.since desc, o.phone limit ${OPT_OUTS}`),
    db.execute<Found>(waitsAmong(waiting(viewer, id))),
  ]);
  return {
    reasons: byWords(codes),
    hours: hours.map(({ at, ...rest }) => ({ at: new Date(at), ...rest })),
    waits: waits.map(waitOf),
    optOuts: optOuts.map(({ at, ...rest }) => ({ at: new Date(at), ...rest })),
  };
}

/** Looked up zone by zone: one who waits tells for all of them there, and only few are counted. */
function waiting(viewer: Viewer, id: string): SQL {
  const theirs = sql`from campaign_recipients r where r.campaign_id = ${campaigns.id} and r.state = 'waiting' and r.zone = z`;
  return sql`select z as zone, people, opens from ${campaigns} cross join lateral unnest(${campaigns.zones}) z
    cross join lateral (select ${openFrom(sql`greatest(now(), r.not_before)`, sql`z`)} as opens ${theirs}
      order by r.zone, r.contact_id limit 1) turn
    cross join lateral (select case when ${campaigns.counted} is null then (select count(*) ${theirs}) end as people) counted
    where ${and(campaignsWithin(viewer), eq(campaigns.id, id), eq(campaigns.state, "sending"))} and opens > now()`;
}

type Left = { contactId: string; name: string; phone: string; words: string | null; at: string };

/** Several codes say the same. */
function byWords(codes: readonly { code: number | null; people: number }[]) {
  const reasons = new Map<string, number>();
  for (const { code, people } of codes) reasons.set(reasonOf(code), (reasons.get(reasonOf(code)) ?? 0) + people);
  return [...reasons]
    .map(([reason, people]) => ({ reason, people }))
    .sort((one, other) => other.people - one.people || one.reason.localeCompare(other.reason));
}
