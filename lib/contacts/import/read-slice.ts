import { and, asc, eq, gt, sql } from "drizzle-orm";
import { contactGroups, contactImportRows, contactImports } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { contactGroupsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { keepBooks } from "../../change";
import { allAlphabets, letterReader } from "../../import/alphabet";
import { orderOfNames } from "../../import/full-name";
import { erasedAmong, rememberStopped } from "../erase/erased-phones";
import { emptyRows } from "../erase/list-rows";
import { fieldsOf } from "../fields/field-values";
import { cellsReader } from "./cells-of";
import { judgeRows } from "./judge-rows";
import { ownColumns } from "./own-columns";
import { type ContactRead, holdsSeveral, readContact } from "./read-row";

/** Rows a transaction: a tenth of a second of reading numbers. */
const SLICE = 1000;

const SURPLUS =
  "This row has more cells than there are columns. Put quotation marks around a cell that holds the separator.";

/** So many of a list's first rows tell how names stand in all of it. */
const SAMPLE = 100;

/** Reads the next rows as the columns are said to be, and judges them. False when there are none left. */
export const readSlice = (viewer: Viewer, importId: string): Promise<boolean> =>
  keepBooks(async (tx) => {
    const [list] = await tx.select().from(contactImports).where(eq(contactImports.id, importId)).for("no key update");
    if (!list || list.readAt !== null) return false;
    const rows = await tx
      .select({ nth: contactImportRows.nth, cells: contactImportRows.cells, isSurplus: contactImportRows.isSurplus })
      .from(contactImportRows)
      .where(and(eq(contactImportRows.importId, importId), gt(contactImportRows.nth, list.readTo)))
      .orderBy(asc(contactImportRows.nth))
      .limit(SLICE);
    const last = rows.at(-1)?.nth ?? list.readTo;
    if (rows.length > 0) {
      const own = await fieldsOf(tx, list.accountId);
      const first = await tx
        .select({ cells: contactImportRows.cells })
        .from(contactImportRows)
        .where(eq(contactImportRows.importId, importId))
        .orderBy(asc(contactImportRows.nth))
        .limit(SAMPLE);
      const read = rowReader(viewer, { ...list, own, first });
      const found = await withGroups(tx, viewer, rows.map(read));
      await keep(tx, importId, found);
      await emptyErased(tx, list, found);
      await judgeRows(tx, viewer, { list, from: list.readTo, to: last });
    }
    const isRead = last >= list.total;
    await tx
      .update(contactImports)
      .set({ readTo: last, ...(isRead && { readAt: sql`now()` }) })
      .where(eq(contactImports.id, importId));
    return !isRead;
  });

type Kept = Pick<typeof contactImportRows.$inferSelect, "nth" | "cells" | "isSurplus">;
type List = Pick<typeof contactImports.$inferSelect, "columns" | "headings" | "alphabet"> & {
  own: Awaited<ReturnType<typeof fieldsOf>>;
  first: Pick<Kept, "cells">[];
};

function rowReader({ country }: Viewer, { columns, headings, alphabet, own, first }: List) {
  const letters = letterReader(allAlphabets.find((each) => each === alphabet) ?? null);
  const columnOf = (field: string) => columns.findIndex((column) => column.field === field);
  const [whole, group, email] = [columnOf("fullName"), columnOf("group"), columnOf("email")];
  const cellsOf = cellsReader(columns, letters);
  const order = orderOfNames(
    letters(headings[whole] ?? ""),
    first.map(({ cells }) => letters(cells[whole] ?? "").trim()),
    (nth) => letters(first[nth]?.cells[email] ?? ""),
  );
  const filled = ownColumns(columns, own);
  const how = {
    country,
    order,
    own: filled,
    hasCommas: holdsSeveral(letters(headings[group] ?? "")),
  };
  return ({ nth, cells, isSurplus }: Kept) => {
    const row = readContact(cellsOf(cells), how);
    return { nth, ...row, problem: isSurplus ? SURPLUS : row.problem };
  };
}

type Row = ContactRead & { nth: number };

/** A group that is there and that the viewer does not see is none of theirs to fill. */
async function withGroups(tx: WriteTx, viewer: Viewer, rows: readonly Row[]): Promise<Row[]> {
  const names = [...new Set(rows.flatMap(({ groups }) => groups.map((name) => name.toLowerCase())))];
  if (names.length === 0) return [...rows];
  const unseen = await tx
    .select({ name: sql<string>`lower(${contactGroups.name})` })
    .from(contactGroups)
    .where(
      and(
        eq(contactGroups.accountId, viewer.accountId),
        sql`lower(${contactGroups.name}) = any(${sql.param(names)}::text[])`,
        sql`(${contactGroupsWithin(viewer)}) is not true`,
      ),
    );
  const isUnseen = new Set(unseen.map(({ name }) => name));
  return rows.map((row) => {
    const name = row.groups.find((each) => isUnseen.has(each.toLowerCase()));
    const problem = `There is a contact group “${name}” already that you don't see. Choose another name.`;
    return name === undefined ? row : { ...row, problem: [row.problem, problem].filter(Boolean).join(" ") };
  });
}

/** Whoever was erased after the list came has no row in it; where that stopped texts, they stay stopped. */
async function emptyErased(tx: WriteTx, { id, accountId, createdAt }: Waiting, rows: readonly Row[]): Promise<void> {
  const phones = rows.flatMap(({ phone }) => phone ?? []);
  const erased = await erasedAmong(tx, accountId, phones, createdAt);
  const theirs = rows.filter(({ phone }) => phone !== null && erased.includes(phone));
  if (theirs.length === 0) return;
  const nths = theirs.map(({ nth }) => nth);
  await emptyRows(tx, sql`r.import_id = ${id}::uuid and r.nth = any(${sql.param(nths)}::int[])`);
  const stops = theirs.filter(({ blacklisted }) => blacklisted);
  await rememberStopped(
    tx,
    accountId,
    stops.flatMap(({ phone }) => phone ?? []),
  );
}

type Waiting = Pick<typeof contactImports.$inferSelect, "id" | "accountId" | "createdAt">;

/** In one statement, whatever their number. */
const keep = (tx: WriteTx, importId: string, rows: readonly Row[]) =>
  tx.execute(sql`update contact_import_rows r set phone = s.phone, first_name = s.first_name, last_name = s.last_name,
      email = s.email, company = s.company, time_zone = s.time_zone, notes = s.notes, field_values = s.field_values, groups = s.groups,
      consent = s.consent, consent_source = s.consent_source, blacklisted = s.blacklisted, problem = s.problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(nth int, phone text, first_name text,
      last_name text, email text, company text, time_zone text, notes text, field_values jsonb, groups text[], consent boolean,
      consent_source text, blacklisted boolean, problem text)
    where r.import_id = ${importId}::uuid and r.nth = s.nth`);
