import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, contacts, conversations, inboundSeen, inboundStrays, messages, numbers, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Carrier, Inbound } from "../../carrier/carrier";
import { keepBooks } from "../../change";
import { texts as metrics } from "../../metrics";
import { obeyKeyword } from "./obey-keyword";

/** Later than this it did not come by itself, and the thread says both when it came to the carrier and when here. */
const LATE_MS = 60_000;

/** What conversations show of a text in their list. */
const previewOf = (body: string) => body.replace(/\s+/g, " ").trim().slice(0, 200);

type From = Pick<Carrier, "name" | "answersKeywords">;

/**
 * Takes a customer's text in, once however often it comes: into its thread, which is opened again, or among the strays
 * where its number is nobody's. Everything that follows from it is in the same transaction.
 */
export const receiveText = (carrier: From, text: Inbound): Promise<void> =>
  keepBooks(async (tx) => {
    const message = { id: v7(), at: text.at ?? new Date() };
    const line = await lineOf(tx, text.to);
    const seen = { carrier: carrier.name, carrierId: text.carrierId, messageId: line ? message.id : null };
    const [fresh] = await tx
      .insert(inboundSeen)
      .values(seen)
      .onConflictDoNothing()
      .returning({ id: inboundSeen.carrierId });
    if (!fresh) return;
    if (!line) return void (await keepStray(tx, carrier, text, message.at));
    const customer = { accountId: line.accountId, phone: text.from };
    const contactId = await contactOf(tx, customer);
    const thread = await placeIn(tx, { ...line, contactId }, { body: text.body, at: message.at });
    const body = text.body.replaceAll("\0", "");
    await tx.insert(messages).values({
      ...{ ...message, accountId: line.accountId, conversationId: thread.id, numberId: line.id, seq: thread.seq, body },
      direction: "in",
      media: text.media.length > 0 ? text.media : null,
      shownAt: Date.now() - message.at.getTime() > LATE_MS ? sql`now()` : null,
    });
    await callOff(tx, thread.id);
    await obeyKeyword(tx, { carrier, customer, line, conversationId: thread.id, message: { ...message, body } });
    metrics.inc({ state: "received" });
  });

type Line = { id: string; accountId: string; company: string; companyPhone: string | null; timeZone: string };

async function lineOf(tx: WriteTx, e164: string): Promise<Line | undefined> {
  const { id, accountId } = numbers;
  const [line] = await tx
    .select({ id, accountId, company: accounts.name, companyPhone: accounts.phone, timeZone: accounts.timeZone })
    .from(numbers)
    .innerJoin(accounts, eq(accounts.id, numbers.accountId))
    .where(eq(numbers.e164, e164));
  return line;
}

const keepStray = (tx: WriteTx, { name }: From, { carrierId, from, to, body }: Inbound, at: Date) =>
  tx
    .insert(inboundStrays)
    .values({ carrier: name, carrierId, fromPhone: from, toPhone: to, body: body.replaceAll("\0", ""), at })
    .onConflictDoNothing();

/** Made by the first message, with no more than the number. */
async function contactOf(tx: WriteTx, customer: { accountId: string; phone: string }): Promise<string> {
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
async function placeIn(tx: WriteTx, { id: numberId, accountId, contactId }: Thread, text: { body: string; at: Date }) {
  const preview = previewOf(text.body.replaceAll("\0", ""));
  const isNewest = sql`excluded.last_message_at >= ${conversations.lastMessageAt}`;
  const isActive = sql`exists (select from members m where m.id = ${conversations.claimedBy} and m.status = 'Active')`;
  const [row] = await tx
    .insert(conversations)
    .values({ ...{ numberId, accountId, contactId, preview }, seq: 1, inSeq: 1, lastMessageAt: text.at })
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
