import { and, eq, type SQL, sql } from "drizzle-orm";
import { byIndex, db } from "@/db";
import { literal } from "@/db/naming";
import { contacts, conversations, lineAccess, members, numbers, reads, users } from "@/db/schema";
import { conversationsWithin, ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Page, turnedTo } from "../paging";
import { inView, isShared, type OwnView, onLine, ownViews, type SharedView, sharedViews } from "./in-view";
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
  const reader = query.search === "" && isShared(query.view) ? byIndex : db;
  const rows = await reader
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
  const [[shared], [own]] = await Promise.all([
    byIndex.execute<Record<SharedView, number>>(tabsStatement(viewer, line, sharedViews)),
    db.execute<Record<OwnView, number>>(tabsStatement(viewer, line, ownViews)),
  ]);
  if (!shared || !own) throw new Error("a count answers always");
  return { ...shared, ...own };
}

export function tabsStatement(viewer: Viewer, line: string | null, views: readonly InboxView[]): SQL {
  const counts = views.map((view) => {
    const few = sql`${isShared(view) ? onEachLine(viewer, view, line) : onAllLines(viewer, view, line)} limit ${literal(MOST)}`;
    return sql`(select count(*)::int from (${few}) few) as ${sql.identifier(view)}`;
  });
  return sql`select ${sql.join(counts, sql`, `)}`;
}

const onAllLines = (viewer: Viewer, view: InboxView, line: string | null) => sql`select from ${conversations}
  where ${and(conversationsWithin(viewer, "messages.read"), inView(viewer, view), onLine(line))}`;

/** In an order that nobody needs, so that it is a stretch of its line's index, however much else there is. */
const onEachLine = (viewer: Viewer, view: InboxView, line: string | null) => sql`select from ${numbers}
  cross join lateral (select from ${conversations}
    where ${and(sql`${conversations.numberId} = ${numbers.id}`, inView(viewer, view), onLine(line))}
    order by ${conversations.lastMessageAt} desc limit ${literal(MOST)}) theirs
  where ${ownLinesWithin(viewer, "messages.read")}`;
