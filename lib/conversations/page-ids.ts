import { and, type SQL, sql } from "drizzle-orm";
import { literal } from "@/db/naming";
import { conversations, numbers } from "@/db/schema";
import { conversationsWithin, ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isBackwards, neighbourOf } from "../paging";
import { inView, isShared, onLine } from "./in-view";
import type { InboxQuery } from "./inbox-query";
import { found } from "./search";

const way = ({ from }: InboxQuery) => (isBackwards(from) ? sql`asc` : sql`desc`);

/** Newest text first; from the end on, the other way round. */
export const orderOf = (query: InboxQuery) =>
  sql`${conversations.lastMessageAt} ${way(query)}, ${conversations.id} ${way(query)}`;

/** What many have is soon a page: so many times its length is looked through first, before each line is to its own end. */
const NEAR = 4;

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
  const listed = and(
    inView(viewer, query.view),
    onLine(query.line),
    beside ? sql`${place} ${beyond} (${beside.key[0]}::timestamptz, ${beside.id}::uuid)` : undefined,
  );
  const wanted = and(listed, search?.where);
  const few = (where: SQL | undefined, count: number) => sql`select ${conversations.id}, ${conversations.lastMessageAt}
    from ${conversations} where ${where} order by ${orderOf(query)} limit ${literal(count)}`;
  const byLine = (where: SQL | undefined, count: number) => sql`select few.* from ${numbers}
    cross join lateral (${few(and(sql`${conversations.numberId} = ${numbers.id}`, where), count)}) few
    where ${ownLinesWithin(viewer, "messages.read")} order by few.last_message_at ${way(query)}, few.id ${way(query)} limit ${literal(count)}`;
  if (!isShared(query.view) || search?.isRare)
    return sql`select page.id from (${few(and(conversationsWithin(viewer, "messages.read"), wanted), most)}) page`;
  if (!search) return sql`select page.id from (${byLine(listed, most)}) page`;
  const isPage = sql`(select count(*) from near) = ${most}`;
  // With whom is looked up where it is asked for, so that the lists are read from their index alone.
  const withWhom = sql`select few.*, (select v.contact_id from ${conversations} v where v.id = few.id) as contact_id
    from (${byLine(listed, NEAR * most)}) few`;
  return sql`with near as materialized (select ${conversations.id} from (${withWhom}) ${conversations}
      where ${search.where} order by ${orderOf(query)} limit ${literal(most)})
    select near.id from near where ${isPage} union all
    select page.id from (${byLine(wanted, most)}) page where not ${isPage}`;
}
