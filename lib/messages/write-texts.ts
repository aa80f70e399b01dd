import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { WriteTx } from "@/db/write";
import { segmentsOf } from "./segments";

type Sent = {
  accountId: string;
  numberId: string;
  /** Whose text it is; null: Lineup's own. */
  by: { authorId: string; authorName: string } | null;
  campaignId: string | null;
  priority: number;
  isTest?: boolean;
};

type Addressed = { contactId: string; phone: string; text: string };

export type Written = { contactId: string; messageId: string };

/**
 * Each text in its thread, which is nobody's and done until they answer, and on its way, all in one statement. The worker is
 * not woken, and what a campaign writes is told to no open page: they are thousands that wait for nobody there.
 */
export async function writeTexts(tx: WriteTx, sent: Sent, people: readonly Addressed[]): Promise<Written[]> {
  const { accountId, numberId, by, campaignId, priority, isTest = false } = sent;
  const written = people.map((person) => ({ ...person, messageId: v7() }));
  const rows = written.map(({ contactId, messageId, phone, text }) => ({
    ...{ contact_id: contactId, message_id: messageId, thread_id: v7(), phone, body: text.toWellFormed() },
    ...{ preview: text.replace(/\s+/g, " ").slice(0, 200).toWellFormed(), segments: segmentsOf(text).segments },
  }));
  if (campaignId) await tx.execute(sql`select set_config('lineup.quiet', 'on', true)`);
  // In the order of the contacts: two who write to the same ones wait for each other, and never both.
  await tx.execute(sql`
    with person as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(contact_id uuid, message_id uuid, thread_id uuid, phone text, body text, preview text, segments smallint)
    ), thread as (
      insert into conversations as c (id, account_id, number_id, contact_id, seq, preview, closed_at)
        select thread_id, ${accountId}::uuid, ${numberId}::uuid, contact_id, 1, preview, now() from person order by contact_id
      on conflict (number_id, contact_id) do update set seq = c.seq + 1, preview = excluded.preview, last_message_at = now()
      returning c.id, c.contact_id, c.seq
    ), said as (
      insert into messages (id, account_id, conversation_id, number_id, seq, body, direction, state, segments, author_id, author_name, is_test)
        select p.message_id, ${accountId}::uuid, thread.id, ${numberId}::uuid, thread.seq, p.body, 'out', 'queued', p.segments,
          ${by?.authorId ?? null}::uuid, ${by?.authorName ?? null}::text, ${isTest}
        from person p join thread using (contact_id)
    )
    insert into texts (message_id, account_id, conversation_id, number_id, to_phone, seq, priority, campaign_id)
      select p.message_id, ${accountId}::uuid, thread.id, ${numberId}::uuid, p.phone, thread.seq, ${priority}::smallint, ${campaignId}::uuid
      from person p join thread using (contact_id)`);
  return written;
}
