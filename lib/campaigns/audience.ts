import { type SQL, sql } from "drizzle-orm";

/** Why a contact of a campaign's groups gets no text, in the order in which it is asked. */
export const leftOutReasons = ["opted out", "unreachable", "without consent"] as const;
export type LeftOut = (typeof leftOutReasons)[number];

const hasOptedOut = sql`exists (select from opt_outs o where o.account_id = c.account_id and o.phone = c.phone)`;

/** They said so, in one way or another, or have written by themselves. */
const hasAgreed = sql`(exists (select from consent_events e where e.account_id = c.account_id and e.phone = c.phone and e.kind = 'in')
  or exists (select from conversations v where v.contact_id = c.id and v.in_seq > 0))`;

/** Null: they get it. */
const leftOut = sql`case when ${hasOptedOut} then 'opted out' when c.unreachable_at is not null then 'unreachable'
  when not ${hasAgreed} then 'without consent' end`;

const isListed = sql`c.deleted_at is null and c.merged_into is null`;

/**
 * Those of these contacts whom one can text at all, with why they get nothing, if they don't: columns `id`, `phone`, `zone`,
 * `first_name`, `last_name`, `company`, `field_values`, `left_out`; by id.
 */
export const audienceAmong = (ids: SQL): SQL => sql`
  select c.id, c.phone, coalesce(c.time_zone, a.time_zone) as zone, c.first_name, c.last_name, c.company, c.field_values, ${leftOut} as left_out
  from contacts c join accounts a on a.id = c.account_id
  where ${isListed} and c.id in (${ids})`;

/** The same of a campaign's groups, each contact once. */
export const audienceOf = (campaignId: SQL | string): SQL =>
  audienceAmong(sql`select m.contact_id from contact_group_members m join campaign_groups g on g.group_id = m.group_id
    where g.campaign_id = ${campaignId}`);

/** How often somebody is in more than one of the groups. */
export const twiceIn = (campaignId: string): SQL => sql`
  select coalesce(sum(times - 1), 0)::int as twice from (
    select count(*)::int as times from contact_group_members m join campaign_groups g on g.group_id = m.group_id
    where g.campaign_id = ${campaignId} group by m.contact_id) counted`;
