import { sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { among, idsOf } from "../id-list";
import type { Cell } from "../text/csv";
import type { ContactsQuery } from "./contacts-query";
import { contactColumnNames, contactColumns } from "./import/columns";
import { type ContactRow, exportContacts } from "./list";

/** The columns of a file to import, so that it can be taken in again, and what no file says. */
export const exportHeader = [...contactColumnNames.map((column) => contactColumns[column].title), "Texts", "Added"];

/** All of the list as it is searched, filtered and sorted, in cells, a thousand at a time. */
export async function* exportCells(viewer: Viewer, query: ContactsQuery): AsyncGenerator<Cell[][]> {
  for await (const rows of exportContacts(viewer, query)) {
    const more = new Map((await detailsOf(rows)).map((each) => [each.id, each]));
    yield rows.flatMap((row) => {
      const details = more.get(row.id);
      return details ? [cellsOf(row, details)] : [];
    });
  }
}

type Details = Awaited<ReturnType<typeof detailsOf>>[number];

/** Of contacts that the viewer has been found to see. */
const detailsOf = (rows: readonly ContactRow[]) =>
  db
    .select({
      id: contacts.id,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      timeZone: contacts.timeZone,
      notes: contacts.notes,
      groups: sql<string>`coalesce((select string_agg(g.name, '; ' order by lower(g.name)) from contact_group_members m
        join contact_groups g on g.id = m.group_id where m.contact_id = contacts.id), '')`,
      agreed: sql<
        string | null
      >`(select coalesce(e.words, e.source) from consent_events e where e.account_id = contacts.account_id
        and e.phone = contacts.phone and e.kind = 'in' order by e.id desc limit 1)`,
    })
    .from(contacts)
    .where(among(contacts.id, idsOf(rows)));

function cellsOf(row: ContactRow, { firstName, lastName, timeZone, notes, groups, agreed }: Details): Cell[] {
  const { phone: e164, email, company, hasOptedOut, isUnreachable, addedAt } = row;
  return [
    ...[firstName, lastName, { e164 }, email ?? "", company ?? "", timeZone ?? "", notes ?? "", groups],
    ...[agreed !== null && !hasOptedOut ? "yes" : "", hasOptedOut ? "" : (agreed ?? ""), hasOptedOut ? "yes" : "no"],
    ...[hasOptedOut ? "Opted out" : isUnreachable ? "Unreachable" : "Allowed", addedAt.toISOString()],
  ];
}
