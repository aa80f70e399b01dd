import { brokenRules } from "@/scripts/support/consistency";
import type { Evidence } from "../judge";
import type { Stage } from "./stage";
import { until } from "./until";

/** What is left by then hangs: a try, and the waits after some that failed, take far less. */
const HANGS = 300_000;

/** How often a short run takes as over what another worker, or another try, has to wait for. */
const EVERY = 500;

/**
 * Waits until nothing is queued. What was under way when its worker died is another's only after its lease; short runs
 * take that as over, at once and again and again, which is harder than what time does.
 */
async function settled({ sql, how }: Stage): Promise<void> {
  if (how.plant?.silent) return;
  let passed = 0;
  await until(async () => {
    if (how.length !== "full" && Date.now() - passed > EVERY) {
      await passTime(sql);
      passed = Date.now();
    }
    const [left] = await sql`select 1 from outbox where state = 'queued' limit 1`;
    const [waiting] =
      await sql`select 1 from invitation_batches where confirmed_at is not null and finished_at is null limit 1`;
    return !left && !waiting;
  }, HANGS);
}

/** What is held just now is left for the next time: others take many, too, in an order of their own. */
export const passTime = (sql: Stage["sql"]): Promise<void> =>
  sql.begin(async (tx) => {
    await tx`update outbox set next_at = now() where id in (
      select id from outbox where state = 'queued' and next_at > now() for update skip locked)`;
    await tx`update invitation_batches set claimed_until = now() where id in (
      select id from invitation_batches where finished_at is null for update skip locked)`;
  });

/** Everybody who was invited has what an invitation makes; no email is to nobody. */
const HALF_MADE = `
  select m.email_key || ' is a member without ' || missing.what as what from members m cross join lateral (values
    ('a link', exists (select from links l where l.member_id = m.id and l.purpose = 'invitation')),
    ('an email', exists (select from outbox o where o.member_id = m.id)),
    ('history', exists (select from audit_events e where e.subject_id = m.id))
  ) missing (what, there) where m.invited_by is not null and not missing.there
  union all
  select 'an email to ' || o.to || ', who is no member' from outbox o where not exists (select from members m where m.id = o.member_id)`;

export const deliveriesOf = ({ emails }: Stage["provider"]): Evidence["deliveries"] =>
  emails.flatMap(({ to, idempotencyKey: key, at }) => to.map((each) => ({ to: each, key, at })));

/** Once all is quiet: what there is to judge. */
export async function gather(stage: Stage, more: Partial<Evidence> = {}): Promise<Evidence> {
  await settled(stage);
  await stage.prober.stop();
  const { sql, provider, told, prober, troubles, database, how } = stage;
  const outbox = await sql<Evidence["outbox"]>`select id, "to", state from outbox`;
  const slots = await sql<{ at: number }[]>`
    select extract(epoch from second)::float8 * 1000 as at from sending_slots where used > 0`;
  const halfMade = await sql.unsafe<{ what: string }[]>(HALF_MADE);
  return {
    accepted: told.accepted,
    refused: told.refused,
    again: told.again,
    outbox: [...outbox],
    deliveries: deliveriesOf(provider),
    requests: provider.requests.map(({ at, retryAfter }) => ({ at, ...(retryAfter !== undefined && { retryAfter }) })),
    slots: slots.map(({ at }) => at),
    halfMade: halfMade.map(({ what }) => what),
    broken: await brokenRules(database.url),
    pages: prober.pages,
    troubles,
    patience: how.length === "short" ? 3 : 1,
    ...more,
  };
}
