import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { isAnswer } from "./is-answer";
import { workingSeconds } from "./working-hours";

/** Since when the customer waits whom `m` answers first; null where somebody had answered already. */
const waited = sql`select min(asked.at) as since from messages asked
  where asked.conversation_id = m.conversation_id and asked.seq < m.seq and asked.direction = 'in'
    and asked.seq > coalesce((select prior.seq from messages prior
      where prior.conversation_id = m.conversation_id and prior.seq < m.seq and ${isAnswer(sql`prior`)}
      order by prior.seq desc limit 1), 0)`;

type Of = { zone: SQLWrapper; from: SQL; where: SQL };

/**
 * What `text_days` keeps, reckoned from the messages themselves, of which `from` makes the rows `m`: texts by day, line and
 * whoever wrote them, and how long customers had waited for the first answers among them, in seconds of working time.
 */
export const reckonDays = ({ zone, from, where }: Of): SQL => sql`
  select account_id, number_id, day, author_id, author_name,
    count(*) filter (where direction = 'in')::int as texts_in, count(*) filter (where direction = 'out')::int as texts_out,
    coalesce(array_agg(wait) filter (where wait is not null), '{}') as waits
  from (select m.account_id, m.number_id, (m.at at time zone ${zone})::date as day, m.direction, m.author_id, m.author_name,
      case when waited.since is not null then ${workingSeconds(sql`waited.since`, sql`m.at`, sql`a.time_zone`)} end as wait
    from ${from} join accounts a on a.id = m.account_id left join lateral (${waited}) waited on ${isAnswer(sql`m`)}
    where m.kind = 'text' and not m.is_test and ${where}) spoken
  group by account_id, number_id, day, author_id, author_name`;
