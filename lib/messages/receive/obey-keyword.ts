import { and, desc, eq, not, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, conversations, messages, optOuts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { joinGroup } from "../../subscriptions/join-group";
import { tenBusinessDaysAfter } from "../../text/business-days";
import { type Customer, neverCame, optIn, optOut } from "../consent";
import { type Keyword, keywordOf } from "../keywords";
import { segmentsOf } from "../segments";
import type { Placed } from "./place-texts";

type Heard = {
  customer: Customer;
  line: { id: string; accountId: string; company: string; companyPhone: string | null; timeZone: string };
  conversationId: string;
  /** Of their text. */
  id: string;
  body: string;
  at: Date;
};

/** Does what a text says by itself: stops, begins again, helps. The answer is the carrier's, or ours in its place. */
export async function obeyKeyword(tx: WriteTx, { carrier, text, ...placed }: Placed): Promise<void> {
  const keyword = keywordOf(text);
  if (!keyword) return;
  const { accountId, numberId, conversationId, id, at, customer } = placed;
  const [company] = await tx
    .select({ company: accounts.name, companyPhone: accounts.phone, timeZone: accounts.timeZone })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!company) return;
  const line = { ...company, accountId, id: numberId };
  const heard = { conversationId, id, at, line, body: text.body, customer };
  const answer = await obey(tx, heard, keyword);
  if (answer && !carrier.answersKeywords) await say(tx, heard, answer);
}

async function obey(tx: WriteTx, heard: Heard, keyword: Keyword): Promise<string | undefined> {
  const { customer, line, body, at } = heard;
  const { company, companyPhone } = line;
  const said = { source: "text", words: body.slice(0, 1600), numberId: line.id, messageId: heard.id };
  if (keyword === "help") return [company, companyPhone, "Reply STOP to opt out."].filter(Boolean).join(" ");
  if (keyword === "maybe") {
    // So long the FCC gives a company to act on it; until somebody has looked it holds in any case.
    const reviewBy = tenBusinessDaysAfter(at, line.timeZone);
    await optOut(tx, customer, { how: "words", reviewBy, ...said });
    return undefined;
  }
  if (keyword === "stop") {
    const isOld = await optOut(tx, customer, { how: "keyword", ...said });
    return isOld ? undefined : `You are unsubscribed from ${company}. Reply START to get texts again.`;
  }
  if ((keyword === "yes" || keyword === "agreed") && (await joinGroup(tx, heard))) return undefined;
  // Who has stopped comes back by what lifts the carrier's block as well.
  if (keyword === "agreed") return undefined;
  if (keyword === "yes" && !(await wasAsked(tx, heard))) return undefined;
  const wasOut = await optIn(tx, customer, at, said);
  return wasOut ? `You get texts from ${company} again.` : undefined;
}

/** A text that asks for it, and doesn't only say it. */
const ASKS = [/\bYES\b/, /\b(reply|answer|respond|text|send|write|say)( back)?( with)?:? ?["'“‘«]?yes\b/i];

/** "Yes" is an ordinary word: it counts where they had stopped and our last text asked for it. */
async function wasAsked(tx: WriteTx, { customer, conversationId }: Heard): Promise<boolean> {
  const [stopped] = await tx
    .select({ phone: optOuts.phone })
    .from(optOuts)
    .where(and(eq(optOuts.accountId, customer.accountId), eq(optOuts.phone, customer.phone)));
  if (!stopped) return false;
  const [last] = await tx
    .select({ body: messages.body })
    .from(messages)
    .where(
      and(eq(messages.conversationId, conversationId), eq(messages.direction, "out"), not(neverCame(sql`messages`))),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return ASKS.some((words) => words.test(last?.body ?? ""));
}

/** As the carrier would: it is nobody's answer, asks for no opt-out, and has arrived. */
async function say(tx: WriteTx, { line, conversationId, at }: Heard, body: string): Promise<void> {
  const [place] = await tx
    .update(conversations)
    .set({ seq: sql`${conversations.seq} + 1` })
    .where(eq(conversations.id, conversationId))
    .returning({ seq: conversations.seq });
  await tx.insert(messages).values({
    ...{ id: v7(), accountId: line.accountId, numberId: line.id, conversationId, seq: place?.seq ?? 0, body },
    ...{ direction: "out", state: "delivered", segments: segmentsOf(body).segments, at },
  });
}
