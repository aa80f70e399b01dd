import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { contacts, conversations, messages, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Inbound } from "../../carrier/carrier";
import { mediaKind } from "../../carrier/media/media-kind";
import { hearErased } from "../../contacts/erase/erased-phones";

/** Later than this it did not come by itself, and the thread says both when it came to the carrier and when here. */
const LATE = sql`interval '1 minute'`;

/** What conversations show of a text in their list: its words, else what hangs on it. */
const previewOf = ({ body, media }: Pick<Inbound, "body" | "media">) =>
  body.replaceAll("\0", "").replace(/\s+/g, " ").trim().slice(0, 200) ||
  media.map(({ type }) => mediaKind(type)?.word ?? "File").join(", ");

export type Line = { id: string; accountId: string; company: string; companyPhone: string | null; timeZone: string };

type Came = Pick<Inbound, "from" | "body" | "media"> & { id: string; at: Date };

/** Puts a customer's text into its thread, which is opened again, and calls off what it answers. */
export async function placeText(tx: WriteTx, line: Line, came: Came) {
  const customer = { accountId: line.accountId, phone: came.from };
  const contactId = await contactOf(tx, customer);
  const { id, at, media } = came;
  await hearErased(tx, customer, at);
  const thread = await placeIn(tx, { ...line, contactId }, { preview: previewOf(came), at });
  const body = came.body.replaceAll("\0", "");
  await tx.insert(messages).values({
    ...{ id, at, body, accountId: line.accountId, conversationId: thread.id, numberId: line.id, seq: thread.seq },
    direction: "in",
    media: media.length > 0 ? media : null,
    shownAt: sql`case when now() - ${at.toISOString()}::timestamptz > ${LATE} then now() end`,
  });
  await callOff(tx, thread.id);
  return { customer, conversationId: thread.id, message: { id, at, body } };
}

/** Made by the first message, with no more than the number. Who is there already is only held: nobody deletes or merges them meanwhile. */
async function contactOf(tx: WriteTx, customer: { accountId: string; phone: string }): Promise<string> {
  const isTheirs = and(eq(contacts.accountId, customer.accountId), eq(contacts.phone, customer.phone));
  const [known] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(isTheirs, isNull(contacts.deletedAt)))
    .for("share");
  return known?.id ?? newContact(tx, customer);
}

async function newContact(tx: WriteTx, customer: { accountId: string; phone: string }): Promise<string> {
  const target = [contacts.accountId, contacts.phone];
  // Deleted once, they are a contact again.
  const set = { phone: customer.phone, deletedAt: null };
  const [row] = await tx
    .insert(contacts)
    .values(customer)
    .onConflictDoUpdate({ target, set })
    .returning({ id: contacts.id });
  if (!row) throw new Error("no contact");
  return row.id;
}

type Thread = { id: string; accountId: string; contactId: string };

/** The next place in the thread, which is open again: theirs who had it, while they are Active and have the line. */
async function placeIn(
  tx: WriteTx,
  { id: numberId, accountId, contactId }: Thread,
  { preview, at }: { preview: string; at: Date },
) {
  const isNewest = sql`excluded.last_message_at >= ${conversations.lastMessageAt}`;
  const isActive = sql`exists (select from members m where m.id = ${conversations.claimedBy} and m.status = 'Active')`;
  const [row] = await tx
    .insert(conversations)
    .values({ ...{ numberId, accountId, contactId, preview }, seq: 1, inSeq: 1, lastMessageAt: at })
    .onConflictDoUpdate({
      target: [conversations.numberId, conversations.contactId],
      set: {
        seq: sql`${conversations.seq} + 1`,
        inSeq: sql`${conversations.seq} + 1`,
        preview: sql`case when ${isNewest} then excluded.preview else ${conversations.preview} end`,
        lastMessageAt: sql`greatest(${conversations.lastMessageAt}, excluded.last_message_at)`,
        closedAt: null,
        claimedBy: sql`case when ${conversations.closedAt} is null or ${isActive} then ${conversations.claimedBy} end`,
      },
    })
    .returning({ id: conversations.id, seq: conversations.seq });
  if (!row) throw new Error("no conversation");
  return row;
}

/** An answer of theirs takes back what was to be sent later. */
async function callOff(tx: WriteTx, conversationId: string) {
  const waiting = and(
    eq(texts.conversationId, conversationId),
    isNotNull(texts.sendAt),
    sql`${texts.sendAt} > now()`,
    isNull(texts.carrierId),
    isNull(texts.unknownSince),
  );
  const gone = await tx.delete(texts).where(waiting).returning({ id: texts.messageId });
  for (const { id } of gone) await tx.update(messages).set({ state: "called off" }).where(eq(messages.id, id));
}
