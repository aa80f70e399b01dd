import { and, type SQL, sql } from "drizzle-orm";
import { conversations, numbers } from "@/db/schema";
import { conversationsWithin, ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isBackwards, neighbourOf } from "../paging";
import { inView, onLine } from "./in-view";
import type { InboxQuery } from "./inbox-query";
import { found } from "./search";

const way = ({ from }: InboxQuery) => (isBackwards(from) ? sql`asc` : sql`desc`);

/** Newest text first; from the end on, the other way round. */
export const orderOf = (query: InboxQuery) =>
  sql`${conversations.lastMessageAt} ${way(query)}, ${conversations.id} ${way(query)}`;

/**
 * Asks for the ids of a page. What the lines share is taken line by line, each from its own stretch of an index and no more
 * than a page of it: so it costs the same however much there is, and whichever lines somebody has. What is one's own, or
 * was found, is a list already.
 */
export async function pageIds(viewer: Viewer, query: InboxQuery, most: number): Promise<SQL> {
  const beside = neighbourOf(query.from);
  const place = sql`(${conversations.lastMessageAt}, ${conversations.id})`;
  const beyond = isBackwards(query.from) ? sql`>` : sql`<`;
  const search = await found(viewer, query.search);
  const wanted = and(
    inView(viewer, query.view),
    onLine(query.line),
    search?.where,
    beside ? sql`${place} ${beyond} (${beside.key[0]}::timestamptz, ${beside.id}::uuid)` : undefined,
  );
  const few = (
    where: SQL | undefined,
  ) => sql`select ${conversations.id}, ${conversations.lastMessageAt} from ${conversations}
    where ${where} order by ${orderOf(query)} limit ${most}`;
  const isList = query.view === "mine" || query.view === "mentions" || search?.isRare;
  const ids = isList
    ? few(and(conversationsWithin(viewer, "messages.read"), wanted))
    : sql`select few.* from ${numbers} cross join lateral (${few(and(sql`${conversations.numberId} = ${numbers.id}`, wanted))}) few
        where ${ownLinesWithin(viewer, "messages.read")} order by few.last_message_at ${way(query)}, few.id ${way(query)} limit ${most}`;
  return sql`select page.id from (${ids}) page`;
}
