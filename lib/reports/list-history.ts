import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, conversations, members, messages, numbers, texts } from "@/db/schema";
import { conversationsWithin, messagesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { withContact } from "../conversations/search";
import { type Cursor, isBackwards, neighbourOf, type Page, turnedTo } from "../paging";
import { withinDays } from "../text/days";
import { searchingIn } from "../text/search";
import type { HistoryQuery } from "./history-query";
import { inState, textState } from "./text-states";

const SIZE = 50;
const AT_ONCE = 1000;

export type HistoryText = Awaited<ReturnType<typeof textsBeside>>[number];

/** A page of the texts, in and out, on the viewer's lines, newest first. */
export async function listHistory(viewer: Viewer, query: HistoryQuery): Promise<Page<HistoryText>> {
  const { from } = query;
  const way = { from: neighbourOf(from), backwards: isBackwards(from) };
  const found = await textsBeside(viewer, askedFor(viewer, query), way, SIZE + 1);
  return turnedTo(found, { from, size: SIZE, cursorOf });
}

/** All of them, a thousand at a time. */
export async function* exportHistory(viewer: Viewer, query: HistoryQuery): AsyncGenerator<HistoryText[]> {
  const where = askedFor(viewer, query);
  for (let from: Cursor | null = null; ; ) {
    const rows: HistoryText[] = await textsBeside(viewer, where, { from, backwards: false }, AT_ONCE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = cursorOf(last);
  }
}

const cursorOf = ({ at, id }: HistoryText): Cursor => ({ key: [at.toISOString()], id, place: null });

function askedFor(viewer: Viewer, query: HistoryQuery): SQL | undefined {
  const { line, person, direction, state, campaign, contact } = query;
  const theirs = withContact(viewer, contact);
  return and(
    messagesWithin(viewer, "reports.download"),
    eq(messages.kind, "text"),
    withinDays(messages.at, query, viewer.timeZone),
    line ? eq(messages.numberId, line) : undefined,
    direction ? eq(messages.direction, direction) : undefined,
    state ? inState(state) : undefined,
    campaign
      ? sql`${messages.id} in (select message_id from campaign_recipients where campaign_id = ${campaign})`
      : undefined,
    person ? searchingIn(sql`${messages.authorName}`, person, viewer) : undefined,
    theirs && sql`${messages.conversationId} in (${theirs})`,
  );
}

type Way = { from: Cursor | null; backwards: boolean };

function textsBeside(viewer: Viewer, where: SQL | undefined, { from, backwards }: Way, limit: number) {
  const place = sql`(${messages.at}, ${messages.id})`;
  const neighbour = from && sql`(${from.key[0]}::timestamptz, ${from.id}::uuid)`;
  const order = backwards ? sql`asc` : sql`desc`;
  return db
    .select(columns(viewer))
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(numbers, eq(numbers.id, messages.numberId))
    .leftJoin(texts, eq(texts.messageId, messages.id))
    .leftJoin(members, and(eq(members.id, messages.authorId), eq(members.accountId, messages.accountId)))
    .where(and(where, neighbour ? sql`${place} ${backwards ? sql`>` : sql`<`} ${neighbour}` : undefined))
    .orderBy(sql`${messages.at} ${order}, ${messages.id} ${order}`)
    .limit(limit);
}

const columns = (viewer: Viewer) => ({
  id: messages.id,
  at: messages.at,
  conversationId: messages.conversationId,
  line: numbers.label,
  e164: numbers.e164,
  direction: messages.direction,
  state: textState,
  errorCode: messages.errorCode,
  contact: contacts.name,
  phone: contacts.phone,
  /** Who wrote it, under the name they had; null where nobody did. */
  person: messages.authorName,
  isGone: sql<boolean>`${messages.authorId} is not null and ${members.id} is null`,
  /** Whose text it is, of a campaign. */
  campaign: sql<string | null>`(select c.name from campaign_recipients r join campaigns c on c.id = r.campaign_id
    where r.message_id = ${messages.id})`,
  segments: messages.segments,
  body: messages.body,
  /** Whether the viewer finds the conversation in the Inbox. */
  mayOpen: sql<boolean>`coalesce((${conversationsWithin(viewer, "messages.read")}), false)`,
});
