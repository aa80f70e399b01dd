import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, optOuts } from "@/db/schema";
import { contactsManagedBy, contactsWithin } from "../access/scope";
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

const AT_ONCE = 1000;

/** All of the list as it is searched, filtered and sorted, a thousand at a time. */
export async function* exportContacts(viewer: Viewer, query: ContactsQuery): AsyncGenerator<ContactRow[]> {
  let from: ContactsQuery["from"] = "first";
  for (;;) {
    const rows = await contactsFrom(viewer, { ...query, from }, AT_ONCE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = { after: cursorOf(last, query.by) };
  }
}

function contactsFrom(viewer: Viewer, query: ContactsQuery, limit: number): Promise<ContactRow[]> {
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
      hasOptedOut: sql<boolean>`${optOuts.phone} is not null`,
      isUnreachable: sql<boolean>`${contacts.unreachableAt} is not null`,
      manages: sql<boolean>`coalesce((${contactsManagedBy(viewer)}), false)`,
    })
    .from(contacts)
    .leftJoin(optOuts, and(eq(optOuts.accountId, contacts.accountId), eq(optOuts.phone, contacts.phone)))
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

/** What the filters leave; it asks `opt_outs`, joined by the contact's number. */
export function fitting(viewer: Viewer, { search, group, texts }: ContactsFilter): SQL | undefined {
  const ways: Record<Texts, SQL | undefined> = {
    allowed: and(isNull(contacts.unreachableAt), isNull(optOuts.phone)),
    "opted-out": isNotNull(optOuts.phone),
    unreachable: isNotNull(contacts.unreachableAt),
  };
  return and(texts ? ways[texts] : undefined, group ? inContactGroup(group) : undefined, matching(viewer, search));
}

/** Their names, numbers, email and company, and those of the telephones that are shown with them. */
function matching(viewer: Viewer, search: string): SQL | undefined {
  const held = searching(search, viewer, holding(contacts.search));
  return (
    held &&
    sql`${contacts.id} in (select coalesce(${contacts.mergedInto}, ${contacts.id}) from ${contacts}
      where ${and(eq(contacts.accountId, viewer.accountId), held)})`
  );
}
