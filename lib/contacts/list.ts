import { and, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import { contactsManagedBy, contactsSeenAmong, contactsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isBackwards, neighbourOf, type Page, turnedTo } from "../paging";
import { searching } from "../text/search";
import { holding } from "../text/search-column";
import type { ContactsFilter, ContactsQuery, SortBy, Texts } from "./contacts-query";
import { inContactGroup } from "./groups/in-contact-group";
import { isListed } from "./managed-contacts";

/** One line of the list. */
export type ContactRow = {
  id: string;
  name: string;
  phone: string;
  company: string | null;
  email: string | null;
  addedAt: Date;
  hasOptedOut: boolean;
  isUnreachable: boolean;
  /** Whether the viewer may change them. */
  manages: boolean;
};

/** A page of the contacts whom the viewer may see. */
export async function listContacts(viewer: Viewer, query: ContactsQuery): Promise<Page<ContactRow>> {
  const { from, size, by } = query;
  const rows = await contactsFrom(viewer, query, size + 1);
  return turnedTo(rows, { from, size, cursorOf: (row) => cursorOf(row, by) });
}

const cursorOf = ({ id, name, addedAt }: ContactRow, by: SortBy) => ({
  key: [by === "name" ? name : addedAt.toISOString()],
  ...{ id, place: null },
});

/** One statement, to be asked, explained or written into a file. */
export function contactsFrom(viewer: Viewer, query: ContactsQuery, limit: number) {
  const { from, by } = query;
  const column = by === "name" ? contacts.name : contacts.createdAt;
  const descending = query.descending !== isBackwards(from);
  const beside = neighbourOf(from);
  const type = by === "name" ? sql`text` : sql`timestamptz`;
  const neighbour = beside && sql`(${beside.key[0] ?? ""}::${type}, ${beside.id}::uuid)`;
  const order = descending ? sql`desc` : sql`asc`;
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      phone: contacts.phone,
      company: contacts.company,
      email: contacts.email,
      addedAt: contacts.createdAt,
      hasOptedOut: hasOptedOut.as("has_opted_out"),
      isUnreachable: sql<boolean>`${contacts.unreachableAt} is not null`.as("is_unreachable"),
      manages: sql<boolean>`coalesce((${contactsManagedBy(viewer)}), false)`.as("manages"),
    })
    .from(contacts)
    .where(
      and(
        contactsWithin(viewer),
        isListed,
        fitting(viewer, query),
        neighbour ? sql`(${column}, ${contacts.id}) ${descending ? sql`<` : sql`>`} ${neighbour}` : undefined,
      ),
    )
    .orderBy(sql`${column} ${order}, ${contacts.id} ${order}`)
    .limit(limit);
}

/** Looked up for those who are shown alone: nobody joins a list that is sorted afterwards with all who have opted out. */
const hasOptedOut = sql<boolean>`exists (select from opt_outs o where o.account_id = contacts.account_id and o.phone = contacts.phone)`;

/** What the filters leave. */
export function fitting(viewer: Viewer, { search, group, texts }: ContactsFilter): SQL | undefined {
  const ways: Record<Texts, SQL | undefined> = {
    allowed: and(isNull(contacts.unreachableAt), not(hasOptedOut)),
    "opted-out": hasOptedOut,
    unreachable: isNotNull(contacts.unreachableAt),
  };
  return and(texts ? ways[texts] : undefined, group ? inContactGroup(group) : undefined, matching(viewer, search));
}

/**
 * Their names, numbers, email and company, and those of the telephones that the viewer is shown with them. An array, which an index
 * takes beside the words' own; as a row to be joined each contact would be compared with all that hold a common word.
 */
function matching(viewer: Viewer, search: string): SQL | undefined {
  const held = searching(search, viewer, holding(contacts.search));
  return (
    held &&
    sql`(${held} or ${contacts.id} = any(array(select ${contacts.mergedInto} from ${contacts}
      where ${and(contactsSeenAmong(viewer), isNotNull(contacts.mergedInto), held)})))`
  );
}
