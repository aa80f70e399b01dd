import { type SQL, sql } from "drizzle-orm";
import { contacts, conversations, messages } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { searching } from "../text/search";

const escaped = (words: SQL) => sql`'%' || regexp_replace(${words}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`;

/** By the contact's names and number, or by the words of any message. Each side by its own index. */
export function found(viewer: Viewer, search: string): SQL | undefined {
  const theirs = withContact(viewer, search);
  const said = searching(search, viewer, (words) => sql`lower(${messages.body}) like ${escaped(sql`lower(${words})`)}`);
  if (!theirs || !said) return undefined;
  const spoken = sql`select ${messages.conversationId} from ${messages}
    where ${messages.accountId} = ${viewer.accountId} and ${said}`;
  return sql`${conversations.id} in (${theirs} union all ${spoken})`;
}

/** The conversations of the account with whom a search finds by names or number, to be asked within what one may see. */
export function withContact(viewer: Viewer, search: string): SQL | undefined {
  const named = searching(
    search,
    viewer,
    (words) => sql`${contacts.search} like ${escaped(sql`search_form(${words})`)}`,
  );
  return (
    named &&
    sql`select ${conversations.id} from ${conversations} join ${contacts} on ${contacts.id} = ${conversations.contactId}
    where ${contacts.accountId} = ${viewer.accountId} and ${named}`
  );
}
