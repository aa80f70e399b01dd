import { sql } from "drizzle-orm";
import { db } from "@/db";
import { idList } from "@/lib/id-list";
import { packCursor } from "@/lib/paging";
import { WORDS } from "../../seed/conversations";
import type { InboxCompany } from "./company";

/** What an Inbox shows, by its addresses: the lists, deep down in one, a thread, and four kinds of search. */
export async function inboxPages({ lines }: InboxCompany): Promise<Record<string, string>> {
  const open = sql`from conversations where number_id = any(${idList(lines)}) and closed_at is null`;
  const [middle] = await db.execute<{ id: string; at: string }>(sql`select id,
    to_char(last_message_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at ${open}
    order by last_message_at desc, id desc offset (select count(*) / 2 ${open}) limit 1`);
  if (!middle) throw new Error("nobody has a conversation");
  const deep = packCursor({ key: [middle.at], id: middle.id, place: null });
  return {
    "Inbox, first page": "/inbox?view=all",
    "Inbox, deep page": `/inbox?view=all&after=${deep}`,
    "Inbox, one line": `/inbox?view=all&line=${lines[2]}`,
    "Inbox, Mine": "/inbox?view=mine",
    "Inbox, Unclaimed": "/inbox?view=unclaimed",
    "Inbox, a thread": `/inbox/${middle.id}`,
    "Inbox, common word": `/inbox?search=${WORDS.common}`,
    "Inbox, rare word": `/inbox?search=${WORDS.rare}`,
    "Inbox, no such word": `/inbox?search=${WORDS.absent}`,
    "Inbox, almost common": `/inbox?search=${WORDS.common}z`,
  };
}
