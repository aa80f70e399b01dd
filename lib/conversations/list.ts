import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, conversations, lineAccess, members, numbers, reads, users } from "@/db/schema";
import { conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Page, turnedTo } from "../paging";
import { inView, onLine } from "./in-view";
import type { InboxQuery, InboxView } from "./inbox-query";
import { orderOf, pageIds } from "./page-ids";

const SIZE = 50;

/** One line of the Inbox. */
export type ConversationRow = {
  id: string;
  name: string;
  phone: string;
  preview: string;
  at: Date;
  line: string;
  /** Who has it; null: nobody. */
  holder: string | null;
  isMine: boolean;
  isUnread: boolean;
};

/** A page of the conversations on the viewer's lines, newest text first. */
export async function listConversations(viewer: Viewer, query: InboxQuery): Promise<Page<ConversationRow>> {
  const ids = await pageIds(viewer, query, SIZE + 1);
  const rows = await db
    .select(columns(viewer))
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(numbers, eq(numbers.id, conversations.numberId))
    .innerJoin(
      lineAccess,
      and(eq(lineAccess.numberId, conversations.numberId), eq(lineAccess.memberId, viewer.memberId)),
    )
    .leftJoin(reads, and(eq(reads.conversationId, conversations.id), eq(reads.memberId, viewer.memberId)))
    .leftJoin(members, eq(members.id, conversations.claimedBy))
    .leftJoin(users, eq(users.id, members.userId))
    .where(and(conversationsWithin(viewer, "messages.read"), sql`${conversations.id} = any(array(${ids}))`))
    .orderBy(orderOf(query))
    .limit(SIZE + 1);
  return turnedTo(rows, { from: query.from, size: SIZE, cursorOf });
}

const columns = (viewer: Viewer) => ({
  id: conversations.id,
  name: contacts.name,
  phone: contacts.phone,
  preview: conversations.preview,
  at: conversations.lastMessageAt,
  line: numbers.label,
  holder: sql<
    string | null
  >`case when ${conversations.claimedBy} is not null then trim(${users.firstName} || ' ' || ${users.lastName}) end`,
  isMine: sql<boolean>`${conversations.claimedBy} is not distinct from ${viewer.memberId}`,
  isUnread,
});

/** What came before somebody got the line is no news to them, until they or "Mark unread" say otherwise. */
const isUnread = sql<boolean>`${conversations.inSeq} > coalesce(${reads.upTo}, 0)
  and (${reads.upTo} is not null or ${conversations.lastMessageAt} >= ${lineAccess.createdAt})`;

const cursorOf = ({ at, id }: ConversationRow) => ({ key: [at.toISOString()], id, place: null });

/** Nobody needs to know more than that there are many. */
const MOST = 100;

/** How many each tab has, up to a hundred, which is shown as 99+. */
export async function countConversations(
  viewer: Viewer,
  line: string | null,
): Promise<Readonly<Record<InboxView, number>>> {
  const counted = (view: InboxView) => sql<number>`(select count(*)::int from (select 1 from ${conversations}
    where ${and(conversationsWithin(viewer, "messages.read"), inView(viewer, view), onLine(line))} limit ${MOST}) few)`;
  const [row] = await db.execute<Record<InboxView, number>>(sql`select ${counted("unclaimed")} as unclaimed,
    ${counted("mine")} as mine, ${counted("mentions")} as mentions, ${counted("all")} as "all", ${counted("done")} as done`);
  if (!row) throw new Error("a count answers always");
  return row;
}
