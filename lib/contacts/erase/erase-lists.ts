import { sql } from "drizzle-orm";
import type { contactImportRows, contactImports } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Change } from "../../change";
import { cellsReader } from "../import/cells-of";
import { wishIn } from "../import/wish";
import { emptyRows, type Rewritten, rewriteRows, type Words } from "./list-rows";
import { type InLists, mentions, roughly } from "./mentions";

/**
 * No row of theirs is read, judged or taken in meanwhile. One that is still a file is looked through when it is read: by the
 * row's own number alone, since no more is known of them then than its HMAC.
 */
export const holdLists = ({ tx }: Change, accountId: string) =>
  tx.execute(
    sql`select from contact_imports where account_id = ${accountId}::uuid and text is null order by id for update`,
  );

type Kept = typeof contactImportRows.$inferSelect;
type Row = Pick<Kept, "importId" | "nth" | "phone" | "blacklisted" | "cells" | "groups" | "fieldValues" | "problem"> &
  Words & { isWaiting: boolean; columns: (typeof contactImports.$inferSelect)["columns"] };

const AT_ONCE = 1000;

/**
 * Of the lists that were imported, or lie there: rows of theirs are emptied, and of somebody else's row what names a number
 * or an email of theirs. All that a company has brought for months is looked through, roughly first. Answers with which
 * numbers of theirs are on the black list of one that was not taken in yet: what it would have stopped stays stopped.
 */
export async function eraseFromLists({ tx }: Change, accountId: string, who: InLists): Promise<string[]> {
  await tx.execute(sql`set local statement_timeout = '60s'`);
  const mentioned = mentions(who);
  const stopped: string[] = [];
  for (let rows: Row[] = await rowsAfter(tx, accountId, who); rows.length > 0; ) {
    const theirs = rows.filter((row) => isTheirs(row, who, mentioned));
    const stops = theirs.filter((row) => row.isWaiting && isStop(row));
    stopped.push(...stops.flatMap(({ phone }) => (phone !== null && who.phones.includes(phone) ? phone : who.phones)));
    const places = JSON.stringify(theirs.map(({ importId, nth }) => ({ id: importId, nth })));
    await emptyRows(
      tx,
      sql`(r.import_id, r.nth) in (select * from jsonb_to_recordset(${places}::text::jsonb) as t(id uuid, nth int))`,
    );
    const others = rows.filter((row) => !theirs.includes(row)).flatMap((row) => without(row, mentioned) ?? []);
    await rewriteRows(tx, others);
    rows = rows.length < AT_ONCE ? [] : await rowsAfter(tx, accountId, who, rows.at(-1));
  }
  return stopped;
}

const rowsAfter = (tx: WriteTx, accountId: string, who: InLists, last?: Pick<Kept, "importId" | "nth">) =>
  tx.execute<Row>(sql`select r.import_id as "importId", r.nth, r.phone, r.blacklisted, r.cells, r.groups, r.problem,
      r.field_values as "fieldValues", r.first_name as "firstName", r.last_name as "lastName", r.email, r.company, r.notes,
      r.consent_source as "consentSource", i.columns, i.finished_at is null and r.nth > i.taken_to as "isWaiting"
    from contact_import_rows r join contact_imports i on i.id = r.import_id
    where i.account_id = ${accountId}::uuid ${last ? sql`and (r.import_id, r.nth) > (${last.importId}::uuid, ${last.nth})` : sql``}
      and (r.phone = any(${sql.param([...who.phones])}::text[]) or lower(r.cells::text) ~ ${roughly(who)})
    order by r.import_id, r.nth limit ${AT_ONCE}`);

type Mentioned = ReturnType<typeof mentions>;

/** A row whose own number is another is somebody else's, also where it is not read yet: the first that stands where numbers do. */
function isTheirs({ phone, cells, columns }: Row, { phones }: InLists, mentioned: Mentioned): boolean {
  if (phone !== null) return phones.includes(phone);
  const left = mentioned(cells);
  if (left.every((each) => each === undefined)) return false;
  const cellsOf = cellsReader(columns, (cell) => cell);
  const [own, besides] = [cells, cells.map((cell, at) => left[at] ?? cell)].map((all) =>
    ["phone", "otherPhone"].flatMap((field) => cellsOf(all)(field)),
  );
  const first = own?.findIndex((cell) => cell !== "") ?? -1;
  return (besides?.[first]?.match(/\d/g)?.length ?? 0) < SHORTEST;
}

/** Digits that a number has at least. */
const SHORTEST = 7;

/** As it was read, or would be. */
function isStop({ phone, blacklisted, cells, columns }: Row): boolean {
  if (phone !== null) return blacklisted;
  const cellsOf = cellsReader(columns, (cell) => cell)(cells);
  return [
    ...cellsOf("blacklisted").map((cell) => wishIn("Blacklisted", cell)),
    ...cellsOf("consent").map((cell) => wishIn("Consent", cell)),
  ].includes("stop");
}

/** Somebody else's row, less what names them. Its own number, and that it is on a black list, stay. */
function without(row: Row, mentioned: Mentioned): Rewritten | undefined {
  const left = mentioned(row.cells);
  if (left.every((each) => each === undefined)) return undefined;
  const names = (text: string | null) => text !== null && mentioned([text])[0] !== undefined;
  // Where its own number stands beside theirs that one stays.
  const isNumber = (at: number) => ["phone", "otherPhone"].includes(row.columns[at]?.field ?? "");
  const kept = (word: keyof Words) => (names(row[word]) ? null : row[word]);
  return {
    firstName: kept("firstName"),
    lastName: kept("lastName"),
    email: kept("email"),
    company: kept("company"),
    notes: kept("notes"),
    consentSource: kept("consentSource"),
    id: row.importId,
    nth: row.nth,
    cells: row.cells.map((cell, at) => (left[at] === undefined ? cell : isNumber(at) ? left[at] : "")),
    groups: row.groups.filter((group) => !names(group)),
    fieldValues: Object.fromEntries(Object.entries(row.fieldValues).filter(([, value]) => !names(value))),
    problem: names(row.problem) ? "It named somebody who was erased." : row.problem,
  };
}
