import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { cellOf, isoOf, lastOf, linesOf, phoneCell, takeLines } from "../text/csv-line";
import type { ContactsQuery } from "./contacts-query";
import type { ContactField } from "./fields/list";
import { contactColumnNames, contactColumns } from "./import/columns";
import { contactsFrom } from "./list";

type Own = readonly Pick<ContactField, "key" | "name">[];

/** The columns of a file to import, so that it can be taken in again, and what no file says. */
export const exportHeader = (own: Own) => [
  ...contactColumnNames.map((column) => contactColumns[column].title),
  ...own.map(({ name }) => name),
  ...["Texts", "Added"],
];

const AT_ONCE = 1000;

/**
 * All of the list as it is searched, filtered and sorted, as lines of a file, a thousand at a time; a column for each of
 * the company's own fields.
 */
export async function* exportContacts(viewer: Viewer, query: ContactsQuery, own: Own): AsyncGenerator<string> {
  for (let from: ContactsQuery["from"] = "first"; ; ) {
    const page: Lines | undefined = await linesFrom(viewer, { ...query, from }, own);
    if (page?.key == null || !page.id) return;
    yield takeLines(page);
    if (page.rows < AT_ONCE) return;
    from = { after: { key: [page.key], id: page.id, place: null } };
  }
}

type Lines = { lines: string; rows: number; key: string | null; id: string | null };

async function linesFrom(viewer: Viewer, query: ContactsQuery, own: Own): Promise<Lines | undefined> {
  const row = detailsOf(pageOf(viewer, query), query, own);
  const { hasOptedOut, isUnreachable, agreed } = row;
  const added = isoOf(row.addedAt);
  const cells = [
    ...[cellOf(row.firstName), cellOf(row.lastName), phoneCell(row.phone), cellOf(row.email), cellOf(row.company)],
    ...[cellOf(row.timeZone), cellOf(row.notes), cellOf(row.groups)],
    sql`case when ${agreed} is null or ${hasOptedOut} then '' else 'yes' end`,
    sql`case when ${agreed} is null or ${hasOptedOut} then '' else ${cellOf(agreed)} end`,
    sql`case when ${hasOptedOut} then 'yes' else 'no' end`,
    ...own.map(({ key }) => cellOf(sql`row.${ownAs(key)}`)),
    sql`case when ${hasOptedOut} then 'Opted out' when ${isUnreachable} then 'Unreachable' else 'Allowed' end`,
    added,
  ];
  const asked = db
    .select({
      lines: linesOf(cells).as("lines"),
      rows: sql<number>`count(*)::int`.as("rows"),
      key: lastOf<string>(query.by === "name" ? row.name : added).as("key"),
      id: lastOf<string>(row.id).as("id"),
    })
    .from(row);
  const [found] = await db.execute<Lines>(asked.getSQL());
  return found;
}

const ownAs = (key: string) => sql.identifier(`own_${key}`);

type ContactPage = ReturnType<typeof pageOf>;
const pageOf = (viewer: Viewer, query: ContactsQuery) => contactsFrom(viewer, query, AT_ONCE).as("page");

/** What the list does not show, of contacts that the viewer has been found to see, in the order of the list. */
function detailsOf(page: ContactPage, { by, descending }: ContactsQuery, own: Own) {
  const way = descending ? sql`desc` : sql`asc`;
  return db
    .select({
      ...{ id: page.id, name: page.name, phone: page.phone, addedAt: page.addedAt },
      ...{ hasOptedOut: page.hasOptedOut, isUnreachable: page.isUnreachable },
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      email: sql<string>`coalesce(${page.email}, '')`.as("email"),
      company: sql<string>`coalesce(${page.company}, '')`.as("company"),
      timeZone: sql<string>`coalesce(${contacts.timeZone}, '')`.as("time_zone"),
      notes: sql<string>`coalesce(${contacts.notes}, '')`.as("notes"),
      groups:
        sql<string>`coalesce((select string_agg(g.name, '; ' order by g.name collate natural_order) from contact_group_members m
        join contact_groups g on g.id = m.group_id where m.contact_id = contacts.id), '')`.as("groups"),
      agreed: sql<string | null>`(select coalesce(e.words, e.source) from consent_events e
        where e.account_id = contacts.account_id and e.phone = contacts.phone and e.kind = 'in'
        order by e.id desc limit 1)`.as("agreed"),
      ...Object.fromEntries(
        own.map(({ key }) => [key, sql`coalesce(contacts.field_values ->> ${key}, '')`.as(`own_${key}`)]),
      ),
    })
    .from(page)
    .innerJoin(contacts, eq(contacts.id, page.id))
    .orderBy(sql`${by === "name" ? page.name : page.addedAt} ${way}, ${page.id} ${way}`)
    .limit(AT_ONCE)
    .as("row");
}
