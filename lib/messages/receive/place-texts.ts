import { and, isNotNull, isNull, sql } from "drizzle-orm";
import { contacts, conversations, messages, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Inbound } from "../../carrier/carrier";
import { mediaKind } from "../../carrier/media/media-kind";
import { hearErased } from "../../contacts/erase/erased-phones";
import { among, idsOf } from "../../id-list";
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
  await hearErased(tx, all);
  const addressed = all.map((text) => ({ ...text, contactId: contactIds.get(nameOf(text.customer)) ?? "" }));
  const threads = await threadsOf(tx, addressed);
  const placed = addressed.map(({ contactId, ...text }) => {
    const { id: conversationId, seqs } = threads.get(threadOf({ ...text, contactId })) ?? { id: "", seqs: [] };
    return { ...text, conversationId, seq: seqs.shift() ?? 0 };
  });
  await tx.insert(messages).values(
    placed.map(({ id, at, body, conversationId, seq, line, media }) => ({
      ...{ id, at, body, conversationId, seq, accountId: line.accountId, numberId: line.id },
      direction: "in" as const,
      media: media.length > 0 ? media : null,
      shownAt: sql`case when now() - ${at.toISOString()}::timestamptz > ${LATE} then now() end`,
    })),
  );
  await callOff(
    tx,
    placed.map(({ conversationId }) => conversationId),
  );
  return placed;
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

type Addressed = Pick<Came, "at" | "body" | "media" | "line"> & { contactId: string };

const threadOf = ({ line, contactId }: Addressed) => `${line.id} ${contactId}`;

/** What conversations show of a text in their list: its words, else what hangs on it. */
const previewOf = ({ body, media }: Addressed) =>
  body.replace(/\s+/g, " ").trim().slice(0, 200) || media.map(({ type }) => mediaKind(type)?.word ?? "File").join(", ");

/** The next places in each thread, which is open again: theirs who had it, while they are Active and have the line. */
async function threadsOf(tx: WriteTx, all: readonly Addressed[]) {
  const { id, numberId, contactId, lastMessageAt, closedAt, claimedBy } = conversations;
  const isNewest = sql`excluded.last_message_at >= ${lastMessageAt}`;
  const isActive = sql`exists (select from members m where m.id = ${claimedBy} and m.status = 'Active')`;
  const begun = inOrder(all, threadOf).map(({ line, contactId }) => {
    const theirs = all.filter((text) => text.line.id === line.id && text.contactId === contactId);
    const newest = theirs.reduce((before, text) => (text.at >= before.at ? text : before));
    const added = { seq: theirs.length, inSeq: theirs.length };
    const shown = { preview: previewOf(newest), lastMessageAt: newest.at };
    return { numberId: line.id, accountId: line.accountId, contactId, ...added, ...shown };
  });
  const rows = await tx
    .insert(conversations)
    .values(begun)
    .onConflictDoUpdate({
      target: [numberId, contactId],
      set: {
        seq: sql`${conversations.seq} + excluded.seq`,
        inSeq: sql`${conversations.seq} + excluded.seq`,
        preview: sql`case when ${isNewest} then excluded.preview else ${conversations.preview} end`,
        lastMessageAt: sql`greatest(${lastMessageAt}, excluded.last_message_at)`,
        closedAt: null,
        claimedBy: sql`case when ${closedAt} is null or ${isActive} then ${claimedBy} end`,
      },
    })
    .returning({ id, numberId, contactId, seq: conversations.seq });
  return new Map(
    rows.map((row) => {
      const many = begun.find((each) => each.numberId === row.numberId && each.contactId === row.contactId)?.seq ?? 0;
      const seqs = Array.from({ length: many }, (_, at) => row.seq - many + 1 + at);
      return [`${row.numberId} ${row.contactId}`, { id: row.id, seqs }];
    }),
  );
}

/** An answer of theirs takes back what was to be sent later. */
async function callOff(tx: WriteTx, conversationIds: readonly string[]) {
  const waiting = and(
    among(texts.conversationId, conversationIds),
    isNotNull(texts.sendAt),
    sql`${texts.sendAt} > now()`,
    isNull(texts.carrierId),
    isNull(texts.unknownSince),
  );
  const gone = await tx.delete(texts).where(waiting).returning({ id: texts.messageId });
  if (gone.length > 0)
    await tx
      .update(messages)
      .set({ state: "called off" })
      .where(among(messages.id, idsOf(gone)));
}
