import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { contacts, conversations, messages, numbers, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { provide } from "@/lib/env";
import { toQueue } from "@/lib/messages/queue-text";
import { type Company, makeCompany } from "../cast";
import { ACCOUNT_SID, AUTH_TOKEN, startFakeTwilio } from "./twilio";

export const APP = "https://lineup.example";

/** For a file of tests of texts: a carrier of its own, which Lineup believes to be Twilio. */
export async function textingTests() {
  const carrier = await startFakeTwilio();
  const settings = { TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN };
  provide({ ...settings, TWILIO_BASE_URL: carrier.url, APP_URL: APP });
  return { carrier, ...(await makeLine()) };
}

/** A line of a company, and its number. */
export async function makeLine(company?: Company) {
  const home = company ?? (await makeCompany());
  const line = await home.number();
  const [row] = await writeDb.select({ e164: numbers.e164 }).from(numbers).where(eq(numbers.id, line.id));
  return { company: home, line, e164: row?.e164 ?? "" };
}

type Line = { company: { accountId: string }; line: { id: string } };

/** Somebody's answer, as its verb writes it: in the thread, and on its way. */
export async function queueReply({ company: { accountId }, line }: Line, phone: string, body = "Hello") {
  const id = v7();
  await writeDb.transaction(async (tx) => {
    const numberId = line.id;
    await tx.insert(contacts).values({ accountId, phone }).onConflictDoNothing();
    const [contact] = await tx
      .select()
      .from(contacts)
      .where(sql`${eq(contacts.phone, phone)} and ${eq(contacts.accountId, accountId)}`);
    const [place] = await tx
      .insert(conversations)
      .values({ accountId, numberId, contactId: contact?.id ?? "", seq: 1, outSeq: 1 })
      .onConflictDoUpdate({
        target: [conversations.numberId, conversations.contactId],
        set: { seq: sql`conversations.seq + 1`, outSeq: sql`conversations.seq + 1` },
      })
      .returning({ conversationId: conversations.id, seq: conversations.seq });
    if (!place) throw new Error("no conversation");
    await tx
      .insert(messages)
      .values({ ...{ ...place, id, accountId, numberId, body }, direction: "out", state: "queued" });
    await Promise.all(toQueue(tx, { ...place, messageId: id, accountId, numberId, toPhone: phone }));
  });
  return id;
}

export async function messageOf(id: string) {
  const [row] = await writeDb.select().from(messages).where(eq(messages.id, id));
  if (!row) throw new Error("no such message");
  return row;
}

export const wayOf = async (id: string) => (await writeDb.select().from(texts).where(eq(texts.messageId, id)))[0];

/** All that has to wait has waited that long: pace, leases, looks at the list, receipts. */
export const passTime = (seconds: number) =>
  writeDb.transaction(async (tx) => {
    const ago = sql`make_interval(secs => ${seconds}::double precision)`;
    await tx.execute(
      sql`update texts set next_at = next_at - ${ago}, unknown_since = unknown_since - ${ago}, searched_at = searched_at - ${ago}`,
    );
    await tx.execute(sql`update line_pace set next_at = next_at - ${ago}`);
  });
