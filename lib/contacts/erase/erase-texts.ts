import { sql } from "drizzle-orm";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { addEvent } from "../../conversations/event";
import { idList, idsOf } from "../../id-list";
import { wakeSender } from "../../messages/queue-text";
import { ERASED } from "../shown-name";
import { asRows, type Theirs } from "./theirs";

/** Nobody is written down as a recipient meanwhile. */
export const holdCampaigns = ({ tx }: Change, accountId: string) =>
  tx.execute(sql`select from campaigns where account_id = ${accountId}::uuid and frozen_at is null
    order by id for share`);

/** They count in the reports, by nothing of theirs; whose turn has not come gets nothing. */
export const markRecipients = ({ tx }: Change, accountId: string, theirs: Theirs) =>
  tx.execute(sql`update campaign_recipients r set phone = e.mark,
      state = case when r.state = 'waiting' then 'left' else r.state end
    from ${asRows(theirs)} where r.account_id = ${accountId}::uuid and r.contact_id = e.id`);

type Thread = { id: string; accountId: string; numberId: string };

/** What was said goes, and colleagues' notes with it; when, by whom and on which line stays. Nothing more is handed over. */
export async function eraseThreads(c: Change, viewer: Viewer, theirs: Theirs): Promise<Thread[]> {
  const { tx } = c;
  const held = await tx.execute<Thread>(sql`select id, account_id as "accountId", number_id as "numberId"
    from conversations where contact_id = any(${idList(idsOf(theirs))}) order by number_id, contact_id for update`);
  const within = idList(idsOf(held));
  await tx.execute(sql`update conversations set preview = ${ERASED}, closed_at = coalesce(closed_at, now())
    where id = any(${within})`);
  // What waits for its time is refused now, as all that goes to a mark is.
  const waits = sql`t.send_at > now() and t.carrier_id is null and t.unknown_since is null`;
  await tx.execute(sql`update texts t set to_phone = e.mark, send_at = case when ${waits} then null else t.send_at end,
      next_at = case when ${waits} then now() else t.next_at end
    from conversations v, ${asRows(theirs)} where v.id = t.conversation_id and e.id = v.contact_id`);
  await tx.execute(sql`update messages set body = ${ERASED}, media = null
    where conversation_id = any(${within}) and kind in ('text', 'note')`);
  for (const thread of held) await addEvent(c, viewer, thread, "erased this contact");
  await wakeSender(tx);
  return [...held];
}
