import type postgres from "postgres";
import type { TextEvidence } from "./judges";

export const LINE = "+14155550100";

/** Answers to so many customers on a line of the company's, as the portal would have said that they are saved. */
export async function queueTexts(sql: postgres.Sql, accountId: string, many: number): Promise<string[]> {
  await sql.begin(async (tx) => {
    await tx`insert into numbers (id, account_id, group_id, e164, label)
      select gen_random_uuid(), g.account_id, g.id, ${LINE}, 'Front desk' from groups g
      where g.account_id = ${accountId} and cardinality(g.path) = 1`;
    await tx`insert into line_pace (number_id, account_id, per_second)
      select id, account_id, 10000 from numbers where account_id = ${accountId}`;
    await tx`insert into contacts (id, account_id, phone)
      select gen_random_uuid(), ${accountId}, '+1202556' || lpad(n::text, 4, '0') from generate_series(1, ${many}::int) n`;
    await tx`insert into conversations (id, account_id, number_id, contact_id, seq, out_seq)
      select gen_random_uuid(), c.account_id, n.id, c.id, 1, 1
      from contacts c join numbers n using (account_id) where c.account_id = ${accountId}`;
    await tx`insert into messages (id, account_id, conversation_id, number_id, seq, direction, state, body)
      select gen_random_uuid(), account_id, id, number_id, 1, 'out', 'queued', 'We are open until six.'
      from conversations where account_id = ${accountId}`;
    await tx`insert into texts (message_id, account_id, number_id, conversation_id, seq, to_phone)
      select m.id, m.account_id, m.number_id, m.conversation_id, m.seq, c.phone
      from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      where m.account_id = ${accountId}`;
  });
  const queued = await sql<{ to: string }[]>`select to_phone as to from texts order by to_phone`;
  return queued.map(({ to }) => to);
}

/**
 * What another worker, or another look at the carrier's list, has to wait for is over. What a worker holds just now, or one
 * that was killed and has not been missed yet, is left for the next time: both take many, each in an order of its own.
 */
export const passTextTime = (sql: postgres.Sql) => sql`
  update texts set next_at = least(next_at, now()), unknown_since = unknown_since - interval '1 minute',
    searched_at = searched_at - interval '1 minute'
  where message_id in (select message_id from texts where carrier_id is null for update skip locked)`;

export const textsNow = (sql: postgres.Sql) => sql<{ to: string; state: string; carrierId: string | null }[]>`
  select c.phone as to, m.state, m.carrier_id as "carrierId" from messages m
  join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id where m.direction = 'out'`;

/**
 * The same of a text whose request the carrier has had: one that is claimed again and has not arrived there is under way,
 * and would be handed over twice.
 */
export const passUnclearTime = (sql: postgres.Sql, to: string, asked: number) => sql`
  update texts set next_at = least(next_at, now()), unknown_since = unknown_since - interval '1 minute',
    searched_at = searched_at - interval '1 minute'
  where carrier_id is null and to_phone = ${to} and coalesce(unknown_since, now()) < ${new Date(asked)}`;

/** What customers wrote, as it is kept. */
export const keptNow = (sql: postgres.Sql) => sql<NonNullable<TextEvidence["kept"]>>`
  select c.phone as from, m.body, (extract(epoch from m.at) * 1000)::float8 as at, m.seq, m.shown_at is not null as "isLate"
  from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
  where m.direction = 'in'`;
