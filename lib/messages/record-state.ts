import { asc, eq, sql } from "drizzle-orm";
import { carrierEvents, messages, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { TEXT_STATES, type TextState } from "../carrier/carrier";
import { carrierHere } from "../carrier/carrier-here";
import { keepBooks } from "../change";
import { among, idList } from "../id-list";
import { inBatches } from "../in-batches";
import { log } from "../log";
import { texts as metrics } from "../metrics";
import { learnOfNumbers } from "./learn-of-number";

export type News = {
  messageId: string;
  /** None of what was refused before the carrier took it. */
  carrierId: string | null;
  state: TextState;
  code: number | null;
  /** Refused by us, not by the carrier: it tells nothing of the number that we didn't know. */
  isOurs?: true;
  /** What the carrier answered as it was handed over, under a name that may be another text's: then it has one of the two. */
  isAnswer?: true;
};

const FINAL: readonly TextState[] = ["failed", "undelivered", "delivered"];

const isBefore = (now: string | null, state: TextState) =>
  TEXT_STATES.slice(0, TEXT_STATES.indexOf(state)).some((each) => each === now);

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/**
 * Writes down how far a text is. News comes twice, late and in any order: a state only gives way to one further on, so
 * that all orders end alike. With a `lease`, only while that holds. False where it is about no text of ours.
 */
export const recordState = async (news: News, lease?: string): Promise<boolean> =>
  isId(news.messageId) && (await keepBooks((tx) => recordStates(tx, [{ ...news, lease }]))) > 0;

/** The same of what the carrier tells by itself, with all else that it tells just then. */
export const hearState = (news: News): Promise<void> => (isId(news.messageId) ? hear(news) : Promise.resolve());

const hear = inBatches<News>({
  work: async (tx, all) => void (await recordStates(tx, all)),
  keyOf: ({ messageId }) => messageId,
});

/** The same by the carrier's own name for it, where that is all that is known. */
export async function hearByCarrierId(news: Omit<News, "messageId"> & { carrierId: string }): Promise<void> {
  const messageId = await keepBooks((tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.carrierId, news.carrierId)),
  ).then(([found]) => found?.id);
  if (messageId) await hear({ ...news, messageId });
}

/** Where a text stands while news of it is taken in. */
type Standing = { message: typeof messages.$inferSelect; way: typeof texts.$inferSelect | undefined };

/** Each in its turn, written together. Answers how many were about a text of ours. */
async function recordStates(tx: WriteTx, all: readonly (News & { lease?: string | undefined })[]): Promise<number> {
  const ids = [...new Set(all.map(({ messageId }) => messageId.toLowerCase()))];
  const [standing, others] = await Promise.all([standingOf(tx, ids), ownersOf(tx, all)]);
  const ours: (News & Standing)[] = [];
  const named: Told[] = [];
  const doubtful: string[] = [];
  for (const { lease, ...news } of all) {
    const found = standing.get(news.messageId.toLowerCase());
    if (lease !== undefined && found?.way?.lease !== lease) continue;
    if (found?.message.direction !== "out") continue;
    const before = found.message.carrierId;
    if (news.carrierId && !isOwn(found.message, news.carrierId, others)) {
      if (news.isAnswer && before === null) doubtful.push(found.message.id);
      continue;
    }
    ours.push({ ...news, ...found, messageId: found.message.id });
    if (found.message.carrierId !== before) named.push(asItIs(found.message));
  }
  if (doubtful.length > 0)
    await tx.update(texts).set({ parkedAt: sql`now()`, lease: null }).where(among(texts.messageId, doubtful));
  if (ours.length === 0) return 0;
  await tx
    .insert(carrierEvents)
    .values(ours.map(({ messageId, state, code }) => ({ messageId, status: state, code })))
    .onConflictDoNothing();
  const moved = ours.filter(({ message, state }) => {
    const isOnwards = isBefore(message.state, state);
    if (isOnwards) message.state = state;
    return isOnwards;
  });
  await move(tx, lastOfEach([...named, ...moved.map((news) => ({ ...news, carrierId: news.message.carrierId }))]));
  await goOn(tx, ours, new Set(moved));
  for (const { state } of moved) metrics.inc({ state });
  await tellCampaigns(tx, lastOfEach(moved.filter(({ way }) => way?.campaignId)));
  const ends = moved.filter(({ state, isOurs }) => FINAL.includes(state) && !isOurs);
  await learnOfNumbers(
    tx,
    ends.map(({ message, way, state, code }) => ({ ...message, state, code, leftAt: way?.unknownSince ?? null })),
  );
  return ours.length;
}

/** First the ways, then the messages, as everybody does who takes both; and both in one order. */
async function standingOf(tx: WriteTx, ids: readonly string[]): Promise<Map<string, Standing>> {
  const [ways, found] = await Promise.all([
    tx.select().from(texts).where(among(texts.messageId, ids)).orderBy(asc(texts.messageId)).for("update"),
    tx.select().from(messages).where(among(messages.id, ids)).orderBy(asc(messages.id)).for("update"),
  ]);
  const wayOf = new Map(ways.map((way) => [way.messageId, way]));
  return new Map(found.map((message) => [message.id, { message, way: wayOf.get(message.id) }]));
}

/** Whose the carrier's names for them are already. */
async function ownersOf(tx: WriteTx, all: readonly News[]): Promise<Map<string, string>> {
  const names = all.flatMap(({ carrierId }) => carrierId ?? []);
  if (names.length === 0) return new Map();
  const found = await tx.execute<{ carrierId: string; id: string }>(
    sql`select carrier_id as "carrierId", id from messages where carrier_id = any(${sql.param(names)}::text[])`,
  );
  return new Map(found.map(({ carrierId, id }) => [carrierId, id]));
}

/** One text of ours is one of the carrier's, and the other way round. */
function isOwn(message: Standing["message"], carrierId: string, owners: Map<string, string>): boolean {
  if (message.carrierId === carrierId) return true;
  if (message.carrierId !== null) {
    log.error("text.doubled", "the carrier has taken one text twice", { messageId: message.id });
    return false;
  }
  if (owners.has(carrierId)) return false;
  owners.set(carrierId, message.id);
  message.carrierId = carrierId;
  return true;
}

type Told = { messageId: string; carrierId: string | null; state: string | null; code: number | null };

const asItIs = ({ id, carrierId, state, errorCode }: Standing["message"]): Told => ({
  ...{ messageId: id, carrierId, state, code: errorCode },
});

const lastOfEach = <T extends Told>(news: readonly T[]): T[] => [
  ...new Map(news.map((each) => [each.messageId, each])).values(),
];

/** As rows that a statement goes through. */
const listed = (news: readonly Told[]) => sql`unnest(${idList(news.map(({ messageId }) => messageId))},
  ${sql.param(news.map(({ carrierId }) => carrierId))}::text[], ${sql.param(news.map(({ state }) => state))}::text[],
  ${sql.param(news.map(({ code }) => code))}::int[]) as told(message_id, carrier_id, state, code)`;

/** In one statement: each of a message's rows that it leaves behind stands in all of its indexes. */
async function move(tx: WriteTx, moved: readonly Told[]): Promise<void> {
  if (moved.length > 0)
    await tx.execute(sql`update messages m set state = told.state::message_state, error_code = told.code, carrier_id = told.carrier_id
      from ${listed(moved)} where m.id = told.message_id`);
}

/** What is final has no way any more. What the carrier has is never handed over again, and asked for after a while of silence. */
async function goOn(tx: WriteTx, ours: readonly (News & Standing)[], moved: ReadonlySet<News>): Promise<void> {
  const over = new Set(ours.filter(({ state }) => FINAL.includes(state)).map(({ messageId }) => messageId));
  if (over.size > 0) await tx.delete(texts).where(among(texts.messageId, [...over]));
  const waiting = ours.filter(
    (news) =>
      news.carrierId && !over.has(news.messageId) && (moved.has(news) || news.way?.carrierId !== news.carrierId),
  );
  if (waiting.length === 0) return;
  await tx.execute(sql`update texts t set carrier_id = told.carrier_id, lease = null, unknown_since = null,
      searched_at = null, parked_at = null, attempts = 0,
      next_at = now() + make_interval(secs => ${carrierHere()?.asksAfter[0] ?? 300}::double precision)
    from ${listed(lastOfEach(waiting))} where t.message_id = told.message_id`);
}

/** Their recipients' states are the texts'. */
async function tellCampaigns(tx: WriteTx, moved: readonly News[]): Promise<void> {
  if (moved.length > 0)
    await tx.execute(sql`update campaign_recipients r set error_code = told.code,
        state = case when told.state = 'delivered' then 'delivered' when told.state in ('failed', 'undelivered') then 'failed'
          else 'sent' end::recipient_state,
        sent_at = case when told.carrier_id is null then r.sent_at else coalesce(r.sent_at, now()) end
      from ${listed(moved)} where r.message_id = told.message_id`);
}
