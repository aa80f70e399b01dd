import { and, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { contacts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Inbound } from "../../carrier/carrier";
import { mediaKind } from "../../carrier/media/media-kind";
import { erasureKeysOf, hearErased } from "../../contacts/erase/erased-phones";
import { idList } from "../../id-list";
import type { Customer } from "../consent";

/** Later than this it did not come by itself, and the thread says both when it came to the carrier and when here. */
const LATE = sql`interval '1 minute'`;

export type Line = { id: string; accountId: string; company: string; companyPhone: string | null; timeZone: string };

type Came = Pick<Inbound, "from" | "body" | "media"> & { id: string; at: Date; line: Line };

/**
 * Puts customers' texts into their threads, which are opened again, in the order in which they came, and calls off what they
 * answer. Rows of many are taken in one order, so that two servers don't wait for each other.
 */
export async function placeTexts<T extends Came>(tx: WriteTx, came: readonly T[]) {
  if (came.length === 0) return [];
  const all = came.map((text) => ({
    ...{ ...text, body: text.body.replaceAll("\0", "") },
    customer: { accountId: text.line.accountId, phone: text.from },
  }));
  const contactIds = await contactsOf(
    tx,
    all.map(({ customer }) => customer),
  );
  const addressed = all.map((text) => ({ ...text, contactId: contactIds.get(nameOf(text.customer)) ?? "" }));
  const rows = addressed.map(rowOf);
  // Each sees what was committed while the one before it waited.
  const [places, , keys] = await Promise.all([writeDown(tx, rows), callOff(tx, rows), erasureKeysOf(tx, all)]);
  await hearErased(tx, all, keys);
  return addressed.map(({ contactId: _, ...text }) => {
    const { conversationId = "", seq = 0 } = places.get(text.id) ?? {};
    return { ...text, conversationId, seq };
  });
}

const inOrder = <T>(all: Iterable<T>, nameOf: (one: T) => string): T[] => {
  const byName = new Map([...all].map((one) => [nameOf(one), one]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

const nameOf = ({ accountId, phone }: Customer) => `${accountId} ${phone}`;

/** Made by the first message, with no more than the number. Who is there already is only held: nobody deletes or merges them meanwhile. */
async function contactsOf(tx: WriteTx, customers: readonly Customer[]): Promise<Map<string, string>> {
  const { id, accountId, phone } = contacts;
  const wanted = inOrder(customers, nameOf);
  const pairs = sql`(select * from unnest(${sql.param(wanted.map((each) => each.accountId))}::uuid[],
    ${sql.param(wanted.map((each) => each.phone))}::text[]))`;
  const known = await tx
    .select({ id, accountId, phone })
    .from(contacts)
    .where(and(sql`(${accountId}, ${phone}) in ${pairs}`, isNull(contacts.deletedAt)))
    .orderBy(id)
    .for("share");
  const found = new Map(known.map((each) => [nameOf(each), each.id]));
  const unknown = wanted.filter((each) => !found.has(nameOf(each)));
  if (unknown.length === 0) return found;
  const made = await tx
    .insert(contacts)
    .values(unknown)
    // Deleted once, they are a contact again.
    .onConflictDoUpdate({ target: [accountId, phone], set: { phone: sql`excluded.phone`, deletedAt: null } })
    .returning({ id, accountId, phone });
  return new Map([...known, ...made].map((each) => [nameOf(each), each.id]));
}

type Addressed = Pick<Came, "id" | "at" | "body" | "media" | "line"> & { contactId: string };

/** What conversations show of a text in their list: its words, else what hangs on it. */
const previewOf = ({ body, media }: Addressed) =>
  body.replace(/\s+/g, " ").trim().slice(0, 200) || media.map(({ type }) => mediaKind(type)?.word ?? "File").join(", ");

type Place = { conversationId: string; seq: number };

const rowOf = (text: Addressed, place: number) => ({
  ...{ place, id: text.id, thread_id: v7(), account_id: text.line.accountId, number_id: text.line.id },
  ...{ contact_id: text.contactId, at: text.at.toISOString(), body: text.body.toWellFormed() },
  ...{ preview: previewOf(text).toWellFormed(), media: text.media.length > 0 ? text.media : null },
});

type Row = ReturnType<typeof rowOf>;

/**
 * Each text in the next place of its thread, which is open again: theirs who had it, while they are Active and have the
 * line. One statement of one shape, whoever and however many they are.
 */
async function writeDown(tx: WriteTx, rows: readonly Row[]): Promise<Map<string, Place>> {
  const isNewest = sql`excluded.last_message_at >= c.last_message_at`;
  const isActive = sql`exists (select from members m where m.id = c.claimed_by and m.status = 'Active')`;
  const written = await tx.execute<{ id: string } & Place>(sql`
    with came as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(place int, id uuid, thread_id uuid, account_id uuid,
        number_id uuid, contact_id uuid, at timestamptz, body text, preview text, media jsonb)
    ), thread as (
      insert into conversations as c (id, account_id, number_id, contact_id, seq, in_seq, preview, last_message_at)
        select (array_agg(thread_id))[1], account_id, number_id, contact_id, count(*), count(*),
          (array_agg(preview order by at desc, place desc))[1], max(at)
        from came group by account_id, number_id, contact_id order by number_id, contact_id
      on conflict (number_id, contact_id) do update set
        seq = c.seq + excluded.seq, in_seq = c.seq + excluded.seq,
        preview = case when ${isNewest} then excluded.preview else c.preview end,
        last_message_at = greatest(c.last_message_at, excluded.last_message_at), closed_at = null,
        claimed_by = case when c.closed_at is null or ${isActive} then c.claimed_by end
      returning c.id, c.number_id, c.contact_id, c.seq
    )
    insert into messages (id, account_id, number_id, conversation_id, seq, direction, body, media, at, shown_at)
      select came.id, came.account_id, came.number_id, thread.id, thread.seq + 1 - row_number() over later, 'in', came.body,
        came.media, came.at, case when now() - came.at > ${LATE} then now() end
      from came join thread using (number_id, contact_id)
      window later as (partition by thread.id order by came.place desc)
    returning id, conversation_id as "conversationId", seq`);
  return new Map(written.map(({ id, ...place }) => [id, place]));
}

/** An answer of theirs takes back what was to be sent later. */
const callOff = (tx: WriteTx, rows: readonly Row[]) =>
  tx.execute(sql`
    with gone as (
      delete from texts where conversation_id = any(array(
          select id from conversations join unnest(${idList(rows.map((row) => row.number_id))}, ${idList(rows.map((row) => row.contact_id))})
            as theirs (number_id, contact_id) using (number_id, contact_id)))
        and send_at > now() and carrier_id is null and unknown_since is null
      returning message_id
    )
    update messages set state = 'called off' from gone where messages.id = gone.message_id`);
