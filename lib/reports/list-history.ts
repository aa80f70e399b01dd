import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, conversations, members, messages, numbers, texts } from "@/db/schema";
import { conversationsWithin, messagesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { reasonIn } from "../carrier/reason";
import { withContact } from "../conversations/search";
import { type Cursor, isBackwards, neighbourOf, type Page, turnedTo } from "../paging";
import { withinDays } from "../text/days";
import { searchingIn } from "../text/search";
import type { HistoryQuery } from "./history-query";
import { inState, textState } from "./text-states";

const SIZE = 50;

export type HistoryText = Awaited<ReturnType<typeof historyFrom>>[number];

/** A page of the texts, in and out, on the viewer's lines, newest first. */
export async function listHistory(viewer: Viewer, query: HistoryQuery): Promise<Page<HistoryText>> {
  const { from } = query;
  const way = { from: neighbourOf(from), backwards: isBackwards(from) };
  const found = await historyFrom(viewer, query, way, SIZE + 1);
  return turnedTo(found, { from, size: SIZE, cursorOf });
}

const cursorOf = ({ at, id }: HistoryText): Cursor => ({ key: [at.toISOString()], id, place: null });

function askedFor(viewer: Viewer, query: HistoryQuery): SQL | undefined {
  const { line, person, direction, state, campaign, contact } = query;
  const theirs = withContact(viewer, contact);
  return and(
    messagesWithin(viewer, "reports.download"),
    eq(messages.kind, "text"),
    eq(messages.isTest, false),
    withinDays(messages.at, query, viewer.timeZone),
    line ? eq(messages.numberId, line) : undefined,
    direction ? eq(messages.direction, direction) : undefined,
    state ? inState(state) : undefined,
    campaign
      ? sql`${messages.id} in (select message_id from campaign_recipients where campaign_id = ${campaign})`
      : undefined,
    person ? searchingIn(sql`${messages.authorName}`, person, viewer) : undefined,
    theirs && sql`${messages.conversationId} in (${theirs})`,
    theirs && or(conversationsWithin(viewer, "messages.read"), searchingIn(calledBy, contact, viewer)),
  );
}

/** All that the history tells of whom a text is with: by what else is known of them it is for who reads conversations to search. */
const calledBy = sql`concat_ws(E'\\n', search_names(${contacts.firstName}, ${contacts.lastName}), ${contacts.name}, ${contacts.phone})`;

type Way = { from: Cursor | null; backwards: boolean };

/** One statement, to be listed or written into a file. */
export function historyFrom(viewer: Viewer, query: HistoryQuery, { from, backwards }: Way, limit: number) {
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
    .where(
      and(askedFor(viewer, query), neighbour ? sql`${place} ${backwards ? sql`>` : sql`<`} ${neighbour}` : undefined),
    )
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
  state: textState.as("state"),
  /** Why it did not arrive; empty where there is nothing to explain. */
  reason: sql<string>`case when ${inState("failed")} then ${reasonIn(messages.errorCode)} else '' end`.as("reason"),
  contact: contacts.name,
  phone: contacts.phone,
  /** Who of us wrote it, under the name they had; empty for what a customer wrote. */
  person: sql<string>`case when ${messages.direction} = 'in' then ''
    when ${messages.authorName} = '' or ${messages.authorName} is null then 'Lineup'
    when ${messages.authorId} is not null and ${members.id} is null then ${messages.authorName} || ' (removed)'
    else ${messages.authorName} end`.as("person"),
  /** Whose text it is, of a campaign. */
  campaign: sql<string | null>`(select c.name from campaign_recipients r join campaigns c on c.id = r.campaign_id
    where r.message_id = ${messages.id})`.as("campaign"),
  segments: messages.segments,
  body: messages.body,
  /** Whether the viewer finds the conversation in the Inbox. */
  mayOpen: sql<boolean>`coalesce((${conversationsWithin(viewer, "messages.read")}), false)`.as("may_open"),
});
