import { and, eq, isNotNull, sql } from "drizzle-orm";
import { campaignRecipients, campaigns, contacts, members, numbers } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "../../change";
import { among } from "../../id-list";
import { wakeSender } from "../../messages/queue-text";
import type { Written } from "../../messages/write-texts";
import { isAnybodyLeft, isAnybodyWaiting } from "../figures";
import { isOpen } from "../hours";
import { LINEUP } from "../lineup";
import { managesOn } from "../managers";
import { FIRST } from "../paused-words";
import { brake } from "./brakes";
import { pauseByItself } from "./pause-by-itself";
import { writeCampaignTexts } from "./write-campaign-texts";

const AT_ONCE = 1000;

/**
 * So many seconds of a line's work wait in its queue: enough to be never idle, and soon gone through. It is filled up once a
 * fifth of that is gone, not for each that has left.
 */
const AHEAD_SECONDS = 5;
const LEAST_AHEAD = 20;
const FIFTHS = 5;

const own = sql`campaigns.id`;

/** Puts texts of campaigns under way into the queues of their lines. False when all of these are full or nobody's turn has come. */
export async function queueNext(): Promise<boolean> {
  const underWay = await keepBooks((tx) =>
    tx
      .select({ id: campaigns.id, waitsAfterFirst: campaigns.waitsAfterFirst, isWaitedFor: isAnybodyWaiting(own) })
      .from(campaigns)
      .where(and(eq(campaigns.state, "sending"), sql`${campaigns.frozenAt} is not null`, isAnybodyLeft(own))),
  );
  let queued = 0;
  for (const { id, waitsAfterFirst, isWaitedFor } of underWay) {
    if (await brake(id)) continue;
    // Also of what is queued already, which leaves later.
    if (!(await isAnswerable(id)) || !isWaitedFor) continue;
    queued += await keepBooks((tx) => queueFor(tx, id, waitsAfterFirst ? "no key update" : "share"));
  }
  return queued > 0;
}

/** Whoever made it, or resumed it last, is here and may still send campaigns from this line. */
const isItsMaker = and(
  eq(members.id, campaigns.madeBy),
  eq(members.accountId, campaigns.accountId),
  managesOn(campaigns.numberId),
);

/** In nobody's name, or from a line that was taken out of service, it pauses, and an Admin decides. */
async function isAnswerable(id: string): Promise<boolean> {
  const [found] = await keepBooks((tx) =>
    tx
      .select({ isOut: isNotNull(numbers.disabledAt), maker: members.id })
      .from(campaigns)
      .innerJoin(numbers, eq(numbers.id, campaigns.numberId))
      .leftJoin(members, isItsMaker)
      .where(eq(campaigns.id, id)),
  );
  if (found?.maker && !found.isOut) return true;
  await pauseByItself(LINEUP, { id, because: found?.isOut ? sql`'line'` : sql`'maker'`, count: sql`null` });
  return false;
}

/**
 * How many were put in. The campaign is held meanwhile: whoever pauses it waits for this moment; and so does every other
 * worker where its first ones are counted.
 */
async function queueFor(tx: WriteTx, id: string, hold: "share" | "no key update"): Promise<number> {
  const [campaign] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.state, "sending")))
    .for(hold);
  if (!campaign) return 0;
  await leaveWhoseHoursEnded(tx, id);
  const room = Math.min(
    await roomFor(tx, campaign.numberId),
    campaign.waitsAfterFirst ? await firstOnes(tx, id) : AT_ONCE,
  );
  const people = room > 0 ? await nextOnes(tx, campaign, Math.min(room, AT_ONCE)) : [];
  if (people.length === 0) return 0;
  await markQueued(tx, id, await writeCampaignTexts(tx, { ...campaign, campaignId: id, priority: 2 }, people));
  await wakeSender(tx);
  return people.length;
}

const leaveWhoseHoursEnded = (tx: WriteTx, id: string) =>
  tx
    .update(campaignRecipients)
    .set({ state: "left" })
    .where(
      and(
        eq(campaignRecipients.campaignId, id),
        eq(campaignRecipients.state, "waiting"),
        sql`${campaignRecipients.until} <= now()`,
      ),
    );

/** It was queued, and waits for its recipient's hours: nothing of what the line is at. */
const isAsleep = sql`(t.next_at > now() and exists (select from campaign_recipients r where r.message_id = t.message_id
  and not ${isOpen(sql`now()`, sql`r.zone`)}))`;

async function roomFor(tx: WriteTx, numberId: string): Promise<number> {
  const [found] = await tx.execute<{ ahead: number; room: number }>(sql`
    select ahead, ahead - (select count(*) from texts t where t.number_id = ${numberId} and t.priority = 2 and t.carrier_id is null and not ${isAsleep})::int as room
    from (select greatest(${LEAST_AHEAD}, coalesce((select per_second from line_pace where number_id = ${numberId}), 1) * ${AHEAD_SECONDS})::int
      as ahead) line`);
  return found && found.room * FIFTHS >= found.ahead ? found.room : 0;
}

/** How many are still to be written before a person looks. */
async function firstOnes(tx: WriteTx, id: string): Promise<number> {
  const [found] = await tx.execute<{ written: number }>(sql`select count(*)::int as written from (
    select from campaign_recipients where campaign_id = ${id} and message_id is not null
    order by message_id limit ${FIRST}) written`);
  return FIRST - (found?.written ?? 0);
}

type Campaign = typeof campaigns.$inferSelect;

/** Those whose turn and whose hours it is, held against every other worker. Who is no contact any more, or has another number by now, is left. */
async function nextOnes(tx: WriteTx, { id, zones }: Campaign, most: number) {
  const open = sql`array(select z from unnest(${sql.param(zones)}::text[]) z where ${isOpen(sql`now()`, sql`z`)})`;
  const found = await tx
    .select({ contactId: campaignRecipients.contactId, phone: campaignRecipients.phone })
    .from(campaignRecipients)
    .where(
      and(
        eq(campaignRecipients.campaignId, id),
        eq(campaignRecipients.state, "waiting"),
        sql`${campaignRecipients.zone} = any(${open})`,
        sql`(${campaignRecipients.notBefore} is null or ${campaignRecipients.notBefore} <= now())`,
      ),
    )
    .orderBy(campaignRecipients.contactId)
    .limit(most)
    .for("update", { skipLocked: true });
  if (found.length === 0) return [];
  const ids = found.map(({ contactId }) => contactId);
  const known = await tx
    .select({
      contactId: contacts.id,
      phone: contacts.phone,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      company: contacts.company,
      fieldValues: contacts.fieldValues,
    })
    .from(contacts)
    .where(and(among(contacts.id, ids), sql`${contacts.deletedAt} is null`))
    .orderBy(contacts.id)
    // By the key, which their number is part of: an erasing, which waits for these recipients, goes on to hold them.
    .for("key share");
  const phones = new Map(found.map(({ contactId, phone }) => [contactId, phone]));
  const people = known.filter(({ contactId, phone }) => phones.get(contactId) === phone);
  const here = new Set(people.map(({ contactId }) => contactId));
  const gone = ids.filter((contactId) => !here.has(contactId));
  if (gone.length > 0) await leave(tx, id, gone);
  return people;
}

const leave = (tx: WriteTx, id: string, people: readonly string[]) =>
  tx
    .update(campaignRecipients)
    .set({ state: "left" })
    .where(and(eq(campaignRecipients.campaignId, id), among(campaignRecipients.contactId, people)));

const markQueued = (tx: WriteTx, id: string, written: readonly Written[]) =>
  tx.execute(sql`
    update campaign_recipients r set state = 'queued', message_id = w.message_id
    from unnest(${sql.param(written.map(({ contactId }) => contactId))}::uuid[],
      ${sql.param(written.map(({ messageId }) => messageId))}::uuid[]) as w(contact_id, message_id)
    where r.campaign_id = ${id} and r.contact_id = w.contact_id`);
