import type postgres from "postgres";
import { GATE_LOCK } from "@/lib/messages/send/gate-lock";
import { LINE } from "./queued";

type Wishes = { accountId: string; madeBy: string; people: number; perSecond: number };

/** A campaign that has just been started, to so many people whose hours it is; gives whom it is to reach. */
export async function beginCampaign(sql: postgres.Sql, { accountId, madeBy, people, perSecond }: Wishes) {
  return sql.begin(async (tx) => {
    await tx`insert into numbers (id, account_id, group_id, e164, label)
      select gen_random_uuid(), g.account_id, g.id, ${LINE}, 'Front desk' from groups g
      where g.account_id = ${accountId} and cardinality(g.path) = 1`;
    await tx`insert into line_pace (number_id, account_id, per_second)
      select id, account_id, ${perSecond} from numbers where account_id = ${accountId}`;
    await tx`insert into contacts (id, account_id, phone, time_zone)
      select gen_random_uuid(), ${accountId}, '+1202556' || lpad(n::text, 4, '0'), (
        select name from pg_timezone_names where name like 'Etc/GMT%'
          and extract(hour from now() at time zone name) between 13 and 15 order by name limit 1)
      from generate_series(1, ${people}::int) n`;
    await tx`insert into consent_events (account_id, phone, kind, source)
      select account_id, phone, 'in', 'by hand' from contacts where account_id = ${accountId}`;
    await tx`insert into contact_groups (id, account_id, name) values (gen_random_uuid(), ${accountId}, 'Everybody')`;
    await tx`insert into contact_group_members (account_id, group_id, contact_id)
      select c.account_id, g.id, c.id from contacts c join contact_groups g using (account_id) where account_id = ${accountId}`;
    await tx`insert into campaigns (id, account_id, number_id, name, body, state, made_by, made_by_name)
      select gen_random_uuid(), account_id, id, 'Spring sale', 'We are open until six.', 'sending', ${madeBy}, 'Ana Silva'
      from numbers where account_id = ${accountId}`;
    await tx`insert into campaign_groups (account_id, campaign_id, group_id)
      select c.account_id, c.id, g.id from campaigns c join contact_groups g using (account_id)`;
    const to = await tx<{ phone: string }[]>`select phone from contacts where account_id = ${accountId} order by phone`;
    return to.map(({ phone }) => phone);
  });
}

/** As "Pause" and "Resume" do, once their locks are theirs. */
export const pauseNow = (sql: postgres.Sql) =>
  sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${GATE_LOCK})`;
    await tx`update campaigns set state = 'paused' where state = 'sending'`;
  });
export const resumeNow = (sql: postgres.Sql) => sql`update campaigns set state = 'sending' where state = 'paused'`;

/** Nobody waits any more, and what is still to leave is what a kill has left unclear. */
export async function isAllWritten(sql: postgres.Sql): Promise<boolean> {
  const [found] = await sql<{ left: boolean }[]>`select
    exists (select from campaign_recipients where state = 'waiting') or exists (select from campaigns where frozen_at is null)
    or exists (select from texts where carrier_id is null and unknown_since is null) as left`;
  return found?.left === false;
}
