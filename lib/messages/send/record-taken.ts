import { sql } from "drizzle-orm";
import { carrierHere } from "../../carrier/carrier-here";
import { keepBooks } from "../../change";
import { sqlState } from "../../constraints";
import { texts as metrics } from "../../metrics";
import type { HandedText } from "./settle-text";

/**
 * What `recordState` writes down, of many at once and in one statement, where all is as it was when they were claimed: the
 * carrier has just taken them and we have heard nothing else of them. Answers of which; the others are settled one by one.
 */
export async function recordTaken(all: readonly HandedText[]): Promise<ReadonlySet<string>> {
  const plain = all.flatMap(({ text, handed }) =>
    handed.kind === "accepted" && ["handed", "sent"].includes(handed.state) && handed.code === null
      ? [{ ...text, ...handed }]
      : [],
  );
  // Of one nothing is won, and it is what it would be among many.
  if (plain.length < 2) return new Set();
  const ids = await keepBooks((tx) => tx.execute<{ id: string }>(takenStatement(plain))).catch((error: unknown) => {
    // A carrier that gives one name to two: by themselves, one of them stays unknown.
    if (sqlState(error) === UNIQUE_VIOLATION) return [];
    throw error;
  });
  for (const { state } of plain.filter(({ id }) => ids.some((taken) => taken.id === id))) metrics.inc({ state });
  return new Set(ids.map(({ id }) => id));
}

const UNIQUE_VIOLATION = "23505";

type Taken = { id: string; lease: string; numberId: string; carrierId: string; state: string };

const takenStatement = (plain: readonly Taken[]) => {
  const column = (name: keyof Taken) => sql.param(plain.map((each) => each[name]));
  return sql`
  with told as (
    select * from unnest(${column("id")}::uuid[], ${column("lease")}::uuid[], ${column("carrierId")}::text[], ${column("state")}::message_state[])
      told(id, lease, carrier_id, state)
    where not exists (select from messages o where o.carrier_id = told.carrier_id)
  ), way as (
    select told.*, t.number_id from texts t join told on t.message_id = told.id and t.lease = told.lease
    order by t.message_id for update of t
  ), moved as (
    update messages m set state = way.state, carrier_id = way.carrier_id, error_code = null from way
    where m.id = way.id and m.state = 'queued' and m.carrier_id is null returning way.*
  ), kept as (
    insert into carrier_events (id, message_id, status) select gen_random_uuid(), id, state from moved on conflict do nothing
  ), waiting as (
    update texts set carrier_id = moved.carrier_id, lease = null, unknown_since = null, searched_at = null, parked_at = null, attempts = 0,
      next_at = now() + make_interval(secs => ${carrierHere()?.asksAfter[0] ?? 300}::float8) from moved where texts.message_id = moved.id
  ), reached as (
    update campaign_recipients r set state = 'sent', error_code = null, sent_at = coalesce(r.sent_at, now()) from moved where r.message_id = moved.id
  ), mended as (
    update line_pace set trouble = null where trouble is not null and number_id in (select number_id from moved)
  )
  select id from moved`;
};
