import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contactImportRows, contactImports, contacts } from "@/db/schema";
import { contactsManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { allAlphabets } from "../../import/alphabet";
import { ownImport } from "./own-import";

export type Verdict = NonNullable<(typeof contactImportRows.$inferSelect)["verdict"]>;
export type ImportShown = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** A list as its page shows it: how far it is, how its columns are read, how many rows are how. Null for another's. */
export async function getImport(viewer: Viewer, importId: string) {
  if (!z.uuid().safeParse(importId).success) return null;
  const { text: _, ...columns } = sqlColumns;
  const [list] = await db.select(columns).from(contactImports).where(ownImport(viewer, importId));
  if (!list) return null;
  const counts = await db
    .select({ verdict: contactImportRows.verdict, included: sql<boolean>`included`, count: sql<number>`count(*)::int` })
    .from(contactImportRows)
    .where(eq(contactImportRows.importId, importId))
    .groupBy(contactImportRows.verdict, sql`included`);
  const by = (verdict: Verdict) =>
    counts.filter((row) => row.verdict === verdict).reduce((total, { count }) => total + count, 0);
  const alphabet = allAlphabets.find((each) => each === list.alphabet) ?? null;
  const included = counts.find((row) => row.verdict === "opted out" && row.included)?.count ?? 0;
  return { ...list, alphabet, by, included };
}

const sqlColumns = {
  id: contactImports.id,
  name: contactImports.name,
  alphabet: contactImports.alphabet,
  columns: contactImports.columns,
  secret: contactImports.secret,
  problem: contactImports.problem,
  total: contactImports.total,
  readTo: contactImports.readTo,
  takenTo: contactImports.takenTo,
  reading: contactImports.reading,
  isRead: sql<boolean>`${contactImports.readAt} is not null`,
  isConfirmed: sql<boolean>`${contactImports.confirmedAt} is not null`,
  isFinished: sql<boolean>`${contactImports.finishedAt} is not null`,
  text: contactImports.readAt,
};

const SIZE = 100;

export const shows = ["all", "new", "changes", "same", "opted out", "unreadable", "twice"] as const;
export type Show = (typeof shows)[number];

/** The list's state as the address has it; nonsense reads as its beginning. */
export const ImportPage = z.object({
  show: z.enum(shows).catch("all"),
  page: z.coerce.number().int().min(1).max(1001).catch(1),
});

/** What its page shows of a row. */
export const rowColumns = {
  nth: contactImportRows.nth,
  position: contactImportRows.position,
  phone: contactImportRows.phone,
  firstName: contactImportRows.firstName,
  lastName: contactImportRows.lastName,
  email: contactImportRows.email,
  company: contactImportRows.company,
  verdict: contactImportRows.verdict,
  problem: contactImportRows.problem,
  changes: contactImportRows.changes,
  twin: contactImportRows.twin,
  included: contactImportRows.included,
  blacklisted: contactImportRows.blacklisted,
  cells: contactImportRows.cells,
};

/** By what `changes` calls it; of the company's own fields by their names. */
const namedIn = (of: SQL) => sql<Record<string, string | null> | null>`case when ${contacts.id} is not null
  and ${contactImportRows.verdict} = 'changes' and ${contactImports.confirmedAt} is null then jsonb_build_object(
    'First Name', ${of}.first_name, 'Last Name', ${of}.last_name, 'Email', ${of}.email, 'Company', ${of}.company,
    'Time Zone', ${of}.time_zone) || coalesce((select jsonb_object_agg(f.name, ${of}.field_values ->> f.key)
      from contact_fields f where f.account_id = ${contacts.accountId}), '{}') end`;

/** Until it is taken in: what is known of the contact, and what the row says instead. */
const instead = { before: namedIn(sql`contacts`), after: namedIn(sql`contact_import_rows`) };

/** A page of its rows, as they stand in the file; none of one that the viewer did not make. */
export const listImportRows = (viewer: Viewer, importId: string, { show, page }: z.output<typeof ImportPage>) =>
  db
    .select({ ...rowColumns, ...instead })
    .from(contactImportRows)
    .innerJoin(contactImports, eq(contactImports.id, contactImportRows.importId))
    .leftJoin(contacts, and(eq(contacts.id, contactImportRows.contactId), contactsManagedBy(viewer)))
    .where(and(ownImport(viewer, importId), show === "all" ? undefined : eq(contactImportRows.verdict, show)))
    .orderBy(asc(contactImportRows.nth))
    .limit(SIZE)
    .offset((page - 1) * SIZE);

export type ImportRow = Awaited<ReturnType<typeof listImportRows>>[number];

export const pagesOf = (rows: number) => Math.max(1, Math.ceil(rows / SIZE));
