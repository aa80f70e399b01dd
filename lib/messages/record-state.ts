import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { campaignRecipients, carrierEvents, contacts, conversations, messages, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { TEXT_STATES, type TextState } from "../carrier/carrier";
import { carrierHere } from "../carrier/carrier-here";
import { actOf, reasonOf } from "../carrier/codes";
import { keepBooks } from "../change";
import { log } from "../log";
import { texts as metrics } from "../metrics";
import { optOut } from "./consent";

export type News = {
  messageId: string;
  /** None of what was refused before the carrier took it. */
  carrierId: string | null;
  state: TextState;
  code: number | null;
};

const FINAL: readonly TextState[] = ["failed", "undelivered", "delivered"];

const before = (state: TextState) => TEXT_STATES.slice(0, TEXT_STATES.indexOf(state));

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/**
 * Writes down how far a text is. News comes twice, late and in any order: a state only gives way to one further on, so
 * that all orders end alike. With a `lease`, only while that holds. False where it is about no text of ours.
 */
export const recordState = (news: News, lease?: string): Promise<boolean> =>
  isId(news.messageId) ? keepBooks((tx) => record(tx, news, lease)) : Promise.resolve(false);

async function record(tx: WriteTx, news: News, lease: string | undefined): Promise<boolean> {
  const { messageId, carrierId, state, code } = news;
  // First the way, then the message: as everybody does who takes both.
  const [way] = await tx.select().from(texts).where(eq(texts.messageId, messageId)).for("update");
  if (lease !== undefined && way?.lease !== lease) return false;
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId)).for("update");
  if (message?.direction !== "out") return false;
  if (carrierId && !(await own(tx, message, carrierId))) return false;
  await tx.insert(carrierEvents).values({ messageId, status: state, code }).onConflictDoNothing();
  const [moved] = await tx
    .update(messages)
    .set({ state, errorCode: code })
    .where(and(eq(messages.id, messageId), inArray(messages.state, before(state))))
    .returning({ id: messages.id });
  if (FINAL.includes(state)) await tx.delete(texts).where(eq(texts.messageId, messageId));
  else if (carrierId && (moved || way?.carrierId !== carrierId)) await waitForNews(tx, messageId, carrierId);
  if (!moved) return true;
  metrics.inc({ state });
  if (way?.campaignId) await tellCampaign(tx, news);
  if (FINAL.includes(state)) await learn(tx, message, news);
  return true;
}

/** Its recipient's state is the text's. */
const tellCampaign = (tx: WriteTx, { messageId, carrierId, state, code }: News) =>
  tx
    .update(campaignRecipients)
    .set({
      state: state === "delivered" ? "delivered" : FINAL.includes(state) ? "failed" : "sent",
      errorCode: code,
      ...(carrierId && { sentAt: sql`coalesce(${campaignRecipients.sentAt}, now())` }),
    })
    .where(eq(campaignRecipients.messageId, messageId));

type Message = typeof messages.$inferSelect;

/** One text of ours is one of the carrier's, and the other way round. */
async function own(tx: WriteTx, { id, carrierId: known }: Message, carrierId: string): Promise<boolean> {
  if (known === carrierId) return true;
  if (known !== null) {
    log.error("text.doubled", "the carrier has taken one text twice", { messageId: id });
    return false;
  }
  const isOthers = sql`exists (select from ${messages} o where o.carrier_id = ${carrierId})`;
  const [owned] = await tx
    .update(messages)
    .set({ carrierId })
    .where(and(eq(messages.id, id), isNull(messages.carrierId), sql`not ${isOthers}`))
    .returning({ id: messages.id });
  return owned !== undefined;
}

/** The carrier has it, so it is never handed over again; asked for after a while of silence. */
const waitForNews = (tx: WriteTx, messageId: string, carrierId: string) =>
  tx
    .update(texts)
    .set({
      ...{ carrierId, lease: null, unknownSince: null, searchedAt: null, parkedAt: null, attempts: 0 },
      nextAt: sql`now() + make_interval(secs => ${carrierHere()?.asksAfter[0] ?? 300}::double precision)`,
    })
    .where(eq(texts.messageId, messageId));

/** What the end of one text says about the number that it went to. */
async function learn(tx: WriteTx, { id, conversationId, accountId, numberId }: Message, { state, code }: News) {
  const act = code === null ? "none" : actOf(code);
  if (state !== "delivered" && !["opted out", "unreachable"].includes(act)) return;
  const [contact] = await tx
    .select({
      id: contacts.id,
      phone: contacts.phone,
      isUnreachable: sql<boolean>`${contacts.unreachableAt} is not null`,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(eq(conversations.id, conversationId));
  if (!contact) return;
  const isNow = eq(contacts.id, contact.id);
  if (act === "opted out") {
    const said = { source: `carrier ${code}`, numberId, messageId: id };
    await optOut(tx, { accountId, phone: contact.phone }, { how: "carrier", ...said });
  } else if (state !== "delivered")
    await tx
      .update(contacts)
      .set({ unreachableAt: sql`now()`, unreachableReason: reasonOf(code) })
      .where(isNow);
  else if (contact.isUnreachable)
    await tx.update(contacts).set({ unreachableAt: null, unreachableReason: null }).where(isNow);
}

/** The same by the carrier's own name for it, where that is all that is known. */
export async function recordByCarrierId(news: Omit<News, "messageId"> & { carrierId: string }): Promise<boolean> {
  const messageId = await keepBooks((tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.carrierId, news.carrierId)),
  ).then(([found]) => found?.id);
  return messageId ? recordState({ ...news, messageId }) : false;
}
