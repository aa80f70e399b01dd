import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, conversations, messages } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { searching } from "../text/search";

/** Telephones write these as they like, and people search with what their keyboard has: each stands for any sign. */
const LOOSE = /['’‘ʼ´`‐‑‒–—−-]/;

/** A word as texts are searched for it: without the quotation marks around it. */
const bare = (word: string) => word.normalize("NFC").replace(/^["'“”„«»‘’]+|["'“”„«»‘’]+$/g, "") || word;

const pattern = (word: string) =>
  `%${bare(word)
    .replace(/[\\%_]/g, "\\$&")
    .replace(new RegExp(LOOSE, "g"), "_")}%`;

const said = (word: string) => sql`lower(${messages.body}) like lower(${pattern(word)})`;

/** The same without an index: PostgreSQL, which takes the word for rare, would look it up anew for each conversation. */
const saidHere = (word: string) =>
  LOOSE.test(bare(word))
    ? sql`(lower(${messages.body}) || '') like lower(${pattern(word)})`
    : sql`strpos(lower(${messages.body}), lower(${bare(word)})) > 0`;

type Found = { where: SQL; isRare: boolean };

/**
 * By the contact's names and number, or by the words of any message. What few have is found by its indexes, and is a list
 * of conversations; what many have is looked for along the list, which soon has a page of it.
 */
export async function found(viewer: Viewer, search: string): Promise<Found | undefined> {
  const named = namedAs(viewer, search);
  const theirs = withContact(viewer, search);
  const [inIndex, inRow] = [searching(search, viewer, said), searching(search, viewer, saidHere)];
  if (!named || !theirs || !inIndex || !inRow) return undefined;
  const isRare = !(await isCommon(viewer, { named, said: inRow }));
  if (isRare) {
    const spoken = sql`select ${messages.conversationId} from ${messages}
      where ${messages.accountId} = ${viewer.accountId} and ${inIndex}`;
    return { isRare, where: sql`${conversations.id} = any(array(${theirs} union ${spoken}))` };
  }
  // Values, not EXISTS or joins, of which PostgreSQL would make lists of all that have the word.
  const isNamed = sql`(select true from ${contacts} where ${eq(contacts.id, conversations.contactId)} and ${named})`;
  const isSaid = sql`(select true from ${messages} where ${eq(messages.conversationId, conversations.id)} and ${inRow} limit 1)`;
  return { isRare, where: sql`(${isNamed} or ${isSaid})` };
}

const escaped = (words: SQL) => sql`'%' || regexp_replace(${words}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`;

const namedAs = (viewer: Viewer, search: string): SQL | undefined =>
  searching(search, viewer, (words) => sql`${contacts.search} like ${escaped(sql`search_form(${words})`)}`);

/** The conversations of the account with whom a search finds by names or number, to be asked within what one may see. */
export function withContact(viewer: Viewer, search: string): SQL | undefined {
  const named = namedAs(viewer, search);
  return (
    named &&
    sql`select ${conversations.id} from ${conversations} join ${contacts} on ${contacts.id} = ${conversations.contactId}
    where ${contacts.accountId} = ${viewer.accountId} and ${named}`
  );
}

const SAMPLE = { messages: 1000, contacts: 200 };

/** Whether one in fifty of the company's newest messages has it, or one in twenty of whom it last wrote with. */
async function isCommon({ accountId }: Viewer, { named, said }: { named: SQL; said: SQL }): Promise<boolean> {
  const [row] = await db.execute<{ isCommon: boolean }>(sql`select
    (select count(*) filter (where ${said}) from (select body from ${messages} where ${eq(messages.accountId, accountId)}
      order by ${messages.at} desc, ${messages.id} desc limit ${SAMPLE.messages}) ${messages}) >= ${SAMPLE.messages / 50}
    or (select count(*) filter (where ${named}) from (select ${contacts.search} from ${conversations}
      join ${contacts} on ${contacts.id} = ${conversations.contactId} where ${eq(conversations.accountId, accountId)}
      order by ${conversations.lastMessageAt} desc, ${conversations.id} desc limit ${SAMPLE.contacts}) ${contacts}) >= ${SAMPLE.contacts / 20}
    as "isCommon"`);
  return row?.isCommon === true;
}
