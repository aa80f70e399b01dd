import { type SQL, sql } from "drizzle-orm";
import type { contactImportRows } from "@/db/schema";
import type { WriteTx } from "@/db/write";

type Kept = typeof contactImportRows.$inferSelect;

/** What was read of a row in somebody's words. */
export type Words = Pick<Kept, "firstName" | "lastName" | "email" | "company" | "notes" | "consentSource">;

/** A row of a list, `nth` of the import `id`, as it is to stand there. */
export type Rewritten = Words & Pick<Kept, "nth" | "cells" | "groups" | "fieldValues" | "problem"> & { id: string };

/** As they are given, and no more of them is shown anywhere. */
export async function rewriteRows(tx: WriteTx, rows: readonly Rewritten[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`update contact_import_rows r set cells = s.cells, groups = s.groups, field_values = s."fieldValues",
      problem = s.problem, first_name = s."firstName", last_name = s."lastName", email = s.email, company = s.company,
      notes = s.notes, consent_source = s."consentSource"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(id uuid, nth int, cells text[], groups text[],
      "fieldValues" jsonb, problem text, "firstName" text, "lastName" text, email text, company text, notes text,
      "consentSource" text)
    where r.import_id = s.id and r.nth = s.nth`);
  await clearSamples(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Nothing stays in them but that they were there. */
export async function emptyRows(tx: WriteTx, which: SQL): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`with emptied as (
      update contact_import_rows r set cells = array_fill(''::text, array[cardinality(r.cells)]), phone = null,
        first_name = null, last_name = null, email = null, company = null, time_zone = null, notes = null, field_values = '{}', groups = '{}',
        consent = null, consent_source = null, blacklisted = false, problem = 'They were erased.', verdict = 'unreadable',
        changes = '{}', twin = null, included = false
      where ${which} returning r.import_id)
    select distinct import_id as id from emptied`);
  await clearSamples(
    tx,
    rows.map(({ id }) => id),
  );
}

/** What columns are shown by may be theirs. */
const clearSamples = (tx: WriteTx, importIds: readonly string[]) =>
  tx.execute(sql`update contact_imports set columns = (select coalesce(jsonb_agg(c || '{"samples": []}' order by nth), columns)
      from jsonb_array_elements(columns) with ordinality as each(c, nth)) where id = any(${sql.param([...importIds])}::uuid[])`);
