import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, contacts, conversations, messages, numbers } from "@/db/schema";
import { carrierHere } from "../../carrier/carrier-here";
import { simulated } from "../../carrier/simulated";
import { receiveText } from "../receive/receive-text";

/** The simulated carrier's customer who answers whatever reaches them. */
export const ANSWERS = "+15005550006";

const WORDS = [
  "Thank you, that was quick!",
  "Yes, that works for me.",
  "Could you tell me the address once more?",
  "Perfect. See you then 👍",
  "One more question: may I bring my daughter?",
];

/** They answer the newest of ours on each line once it has reached them, and each text once. */
export async function answerBack(): Promise<void> {
  if (carrierHere()?.name !== "simulated") return;
  const isNewest = and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.outSeq));
  const reached = await db
    .select({ id: messages.id, seq: messages.seq, to: numbers.e164 })
    .from(accounts)
    .innerJoin(contacts, and(eq(contacts.accountId, accounts.id), eq(contacts.phone, ANSWERS)))
    .innerJoin(conversations, eq(conversations.contactId, contacts.id))
    .innerJoin(numbers, eq(numbers.id, conversations.numberId))
    .innerJoin(messages, isNewest)
    .where(sql`${conversations.outSeq} > ${conversations.inSeq} and ${eq(messages.state, "delivered")}`);
  for (const { id, seq, to } of reached) {
    const body = WORDS[seq % WORDS.length] ?? "";
    await receiveText(simulated, { carrierId: `ANSWER${id}`, from: ANSWERS, to, body, media: [], at: null });
  }
}
