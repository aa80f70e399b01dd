import { and, eq, inArray, sql } from "drizzle-orm";
import { campaignRecipients, campaigns, contacts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { rolesWith } from "../../access/permissions";
import { change, keepBooks } from "../../change";
import { wakeSender } from "../../messages/queue-text";
import type { Written } from "../../messages/write-texts";
import { isOpen } from "../hours";
import { LINEUP } from "./freeze";
import { writeCampaignTexts } from "./write-campaign-texts";

const AT_ONCE = 100;

/** So many seconds of a line's work wait in its queue: enough to be never idle, and soon gone through. */
const AHEAD_SECONDS = 5;
const LEAST_AHEAD = 20;

/** Puts texts of campaigns under way into the queues of their lines. False when all of these are full or nobody's turn has come. */
export async function queueNext(): Promise<boolean> {
  const underWay = await keepBooks((tx) =>
    tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.state, "sending"), sql`${campaigns.frozenAt} is not null`, isAnybodyWaiting)),
  );
  let queued = 0;
  for (const { id } of underWay) queued += (await isAnswerable(id)) ? await keepBooks((tx) => queueFor(tx, id)) : 0;
  return queued > 0;
}

const isAnybodyWaiting = sql`exists (select from campaign_recipients r
  where r.campaign_id = campaigns.id and r.state = 'waiting')`;

/** Whoever made it, or resumed it last, is here and may still send campaigns from this line. */
const hasMaker = sql<boolean>`exists (select from members m join role_assignments a on a.member_id = m.id
  join numbers n on n.id = campaigns.number_id join groups g on g.id = n.group_id
  where m.id = campaigns.made_by and m.account_id = campaigns.account_id and m.status = 'Active' and 'campaigns' = any(m.products)
    and a.role in ${[...rolesWith("campaigns.manage")]} and g.path @> array[a.group_id])`;

/** In nobody's name it pauses, and an Admin decides. */
async function isAnswerable(id: string): Promise<boolean> {
  const [found] = await keepBooks((tx) => tx.select({ hasMaker }).from(campaigns).where(eq(campaigns.id, id)));
  if (found?.hasMaker) return true;
  await change(LINEUP, undefined, async (c) => {
    const [paused] = await c.tx
      .update(campaigns)
      .set({ state: "paused", pausedBecause: "maker" })
      .where(and(eq(campaigns.id, id), eq(campaigns.state, "sending")))
      .returning({ id: campaigns.id, accountId: campaigns.accountId, name: campaigns.name });
    if (!paused) return c.unchanged(undefined);
    c.record("campaign.paused", paused);
  });
  return false;
}

/** How many were put in. The campaign is held meanwhile: whoever pauses it waits for this moment. */
async function queueFor(tx: WriteTx, id: string): Promise<number> {
  const [campaign] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.state, "sending")))
    .for("share");
  if (!campaign) return 0;
  await leaveWhoseHoursEnded(tx, id);
  const room = await roomFor(tx, campaign.numberId);
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

async function roomFor(tx: WriteTx, numberId: string): Promise<number> {
  const [found] = await tx.execute<{ room: number }>(sql`
    select greatest(${LEAST_AHEAD}, coalesce((select per_second from line_pace where number_id = ${numberId}), 1) * ${AHEAD_SECONDS})::int
      - (select count(*) from texts where number_id = ${numberId} and priority = 2 and carrier_id is null)::int as room`);
  return found?.room ?? 0;
}

type Campaign = typeof campaigns.$inferSelect;

/** Those whose turn and whose hours it is, held against every other worker. Who is no contact any more is left. */
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
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      company: contacts.company,
    })
    .from(contacts)
    .where(and(inArray(contacts.id, ids), sql`${contacts.deletedAt} is null`));
  const gone = ids.filter((contactId) => !known.some((person) => person.contactId === contactId));
  if (gone.length > 0) await leave(tx, id, gone);
  const phones = new Map(found.map(({ contactId, phone }) => [contactId, phone]));
  return known.map((person) => ({ ...person, phone: phones.get(person.contactId) ?? "" }));
}

const leave = (tx: WriteTx, id: string, people: readonly string[]) =>
  tx
    .update(campaignRecipients)
    .set({ state: "left" })
    .where(and(eq(campaignRecipients.campaignId, id), inArray(campaignRecipients.contactId, [...people])));

const markQueued = (tx: WriteTx, id: string, written: readonly Written[]) =>
  tx.execute(sql`
    update campaign_recipients r set state = 'queued', message_id = w.message_id
    from unnest(${sql.param(written.map(({ contactId }) => contactId))}::uuid[],
      ${sql.param(written.map(({ messageId }) => messageId))}::uuid[]) as w(contact_id, message_id)
    where r.campaign_id = ${id} and r.contact_id = w.contact_id`);
