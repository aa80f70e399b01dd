import { eq, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { change, keepBooks } from "../../change";
import { audienceAmong } from "../audience";
import { beginCounting } from "../count-campaigns";
import { endOfHours, momentIn } from "../hours";
import { LINEUP } from "../lineup";
import { pauseUnconfirmed } from "./pause-by-itself";

/** So many recipients are written down at a time. */
const SLICE = 20_000;

/** Begins what is due, and writes down whom it goes to, a slice at a time. False when there is nothing to do. */
export async function freezeNext(): Promise<boolean> {
  await beginDue();
  const isNext = sql`${eq(campaigns.state, "sending")} and ${campaigns.frozenAt} is null`;
  const next = await keepBooks((tx) =>
    tx.select({ id: campaigns.id }).from(campaigns).where(isNext).orderBy(campaigns.createdAt),
  );
  for (const { id } of next) {
    if (await pauseUnconfirmed(id)) return true;
    const isDone = await keepBooks(async (tx) => {
      const [campaign] = await tx
        .select()
        .from(campaigns)
        .where(sql`${eq(campaigns.id, id)} and ${isNext}`)
        .for("update", { skipLocked: true });
      if (campaign) await freezeSlice(tx, campaign);
      return campaign !== undefined;
    });
    if (isDone) return true;
  }
  return false;
}

/** Those whose time has come are sent from now on. */
async function beginDue(): Promise<void> {
  const isDue = sql`${eq(campaigns.state, "scheduled")} and ${campaigns.startsAt} <= now()`;
  const due = await keepBooks((tx) => tx.select({ id: campaigns.id }).from(campaigns).where(isDue));
  for (const { id } of due)
    await change(LINEUP, undefined, async (c) => {
      const [begun] = await c.tx
        .update(campaigns)
        .set({ state: "sending" })
        .where(sql`${eq(campaigns.id, id)} and ${isDue}`)
        .returning({ id: campaigns.id, accountId: campaigns.accountId, name: campaigns.name });
      if (!begun) return c.unchanged(undefined);
      c.record("campaign.started", begun);
    });
}

type Campaign = typeof campaigns.$inferSelect;

async function freezeSlice(tx: WriteTx, { id, accountId, frozenUpTo, startsOn, ownZones, atClose }: Campaign) {
  // Half a second, and many times that beside other work: one that is given up would be begun anew for ever.
  await tx.execute(sql`set local statement_timeout = '60s'`);
  const notBefore = ownZones && startsOn ? momentIn(sql`${startsOn}`, sql`zone`) : sql`null::timestamptz`;
  const until = atClose === "stop" ? endOfHours(sql`greatest(now(), not_before)`, sql`zone`) : sql`null::timestamptz`;
  const after = frozenUpTo ? sql`and m.contact_id > ${frozenUpTo}` : sql``;
  // The next of each group by its index: not all members of all companies once more for each slice.
  const inGroup = sql`select m.contact_id from contact_group_members m where m.group_id = g.group_id ${after}
    order by m.contact_id limit ${SLICE}`;
  const [slice] = await tx.execute<{ last: string | null; people: number }>(sql`
    with slice as materialized (
      select m.contact_id as id from campaign_groups g cross join lateral (${inGroup}) m
      where g.campaign_id = ${id} group by m.contact_id order by m.contact_id limit ${SLICE}),
    timed as (
      select id, phone, zone, ${notBefore} as not_before from (${audienceAmong(sql`select id from slice`)}) audience where left_out is null),
    kept as (
      insert into campaign_recipients (campaign_id, contact_id, account_id, phone, zone, not_before, until)
      select ${id}, id, ${accountId}, phone, zone, not_before, ${until} from timed
      -- By their key: each index grows at its end, a third cheaper than here and there.
      order by id on conflict do nothing)
    select (select id from slice order by id desc limit 1) as last, (select count(*)::int from slice) as people`);
  const isAll = (slice?.people ?? 0) < SLICE;
  const zones = sql`(select coalesce(array_agg(distinct r.zone), '{}') from campaign_recipients r where r.campaign_id = ${id})`;
  await tx
    .update(campaigns)
    .set({ frozenUpTo: slice?.last ?? frozenUpTo, ...(isAll && { frozenAt: sql`now()`, zones }) })
    .where(eq(campaigns.id, id));
  if (isAll) await beginCounting(tx, id);
}
