import { sql } from "drizzle-orm";
import { contactGroupMembers } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { agree, type Customer, neverCame } from "../messages/consent";
import { wakeSender } from "../messages/queue-text";
import { writeTexts } from "../messages/write-texts";

type Heard = {
  customer: Customer;
  line: { id: string; accountId: string; company: string };
  conversationId: string;
  id: string;
  body: string;
};

type Joined = { groupId: string; wording: string; contactId: string; mergedInto: string | null };

/**
 * "Yes" joins the group that they were asked about, if that was our last text in the thread that came to them: to anything
 * after it, it is an answer to that. Not once the link is closed or its line out of service, nor after a week, nor for who
 * has opted out meanwhile. True: it did.
 */
export async function joinGroup(tx: WriteTx, heard: Heard): Promise<boolean> {
  const { customer, line, conversationId, body } = heard;
  const { accountId, phone } = customer;
  const [joined] = await tx.execute<Joined>(sql`
    update subscription_asks a set joined_at = coalesce(a.joined_at, now())
    from subscription_links l, numbers n, contacts c
    where l.id = a.link_id and l.closed_at is null and n.id = l.number_id and n.disabled_at is null and c.account_id = a.account_id and c.phone = a.phone
      and a.account_id = ${accountId} and a.phone = ${phone} and a.asked_at > now() - interval '7 days'
      and a.message_id = (select m.id from messages m
        where m.conversation_id = ${conversationId} and m.direction = 'out' and (m.id = a.message_id or not ${neverCame(sql`m`)})
        order by m.seq desc limit 1)
      and not exists (select from opt_outs o where o.account_id = a.account_id and o.phone = a.phone)
    returning l.group_id as "groupId", l.wording, c.id as "contactId", c.merged_into as "mergedInto"`);
  if (!joined) return false;
  const { groupId, contactId, mergedInto, wording: shownText } = joined;
  const said = { words: body.slice(0, 1600), numberId: line.id, messageId: heard.id };
  await agree(tx, customer, { source: "subscription link", shownText, ...said });
  // Another telephone of somebody: in the list of the contact that it is shown with, and in its own when they are parted.
  const members = [contactId, ...(mergedInto ? [mergedInto] : [])];
  await tx
    .insert(contactGroupMembers)
    .values(members.map((member) => ({ accountId, groupId, contactId: member })))
    .onConflictDoNothing();
  const text = `You get texts from ${line.company} now. Reply HELP for help, STOP to opt out.`;
  const confirming = { accountId, numberId: line.id, by: null, campaignId: null, priority: 1 };
  await writeTexts(tx, confirming, [{ contactId, phone, text }]);
  await wakeSender(tx);
  return true;
}
