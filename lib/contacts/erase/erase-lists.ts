import { type SQL, sql } from "drizzle-orm";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { WriteTx } from "@/db/write";
import type { Change } from "../../change";

/** Somebody who is erased, by what a list may hold of them. */
type InLists = { phones: readonly string[]; emails: readonly string[] };

/** No row of theirs is read, judged or taken in meanwhile. One that is still a file is looked through when it is read. */
export const holdLists = ({ tx }: Change, accountId: string) =>
  tx.execute(
    sql`select from contact_imports where account_id = ${accountId}::uuid and text is null order by id for update`,
  );

/**
 * Of the lists that were imported, or lie there: rows with a number of theirs, however it is written, or an email. All that
 * a company has brought for months is looked through, roughly first: what is before and behind asks four times as much.
 */
export async function eraseFromLists({ tx }: Change, accountId: string, { phones, emails }: InLists): Promise<void> {
  const rough = [...phones.map((phone) => apart(nationalOf(phone).national, 9)), ...emails.map(literal)].join("|");
  const exact = [...phones.map(asWritten), ...emails.map(asTyped)].join("|");
  await tx.execute(sql`set local statement_timeout = '60s'`);
  const emptied = await emptyRows(
    tx,
    sql`r.import_id in (select id from contact_imports where account_id = ${accountId}::uuid)
      and (r.phone = any(${sql.param([...phones])}::text[]) or case when lower(r.cells::text) ~ ${rough}
        then array_to_string(r.cells, chr(10)) ~* ${exact} else false end)`,
  );
  // What columns were shown by may be theirs.
  await tx.execute(sql`update contact_imports set columns = (select coalesce(jsonb_agg(c || '{"samples": []}' order by nth), columns)
      from jsonb_array_elements(columns) with ordinality as each(c, nth)) where id = any(${sql.param(emptied)}::uuid[])`);
}

/** Nothing stays in them but that they were there. Answers whose rows they were. */
export async function emptyRows(tx: WriteTx, which: SQL): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`with emptied as (
      update contact_import_rows r set cells = array_fill(''::text, array[cardinality(r.cells)]), phone = null,
        first_name = null, last_name = null, email = null, company = null, time_zone = null, notes = null, field_values = '{}', groups = '{}',
        consent = null, consent_source = null, blacklisted = false, problem = 'They were erased.', verdict = 'unreadable',
        changes = '{}', twin = null, included = false
      where ${which} returning r.import_id)
    select distinct import_id as id from emptied`);
  return rows.map(({ id }) => id);
}

function nationalOf(phone: string) {
  const { countryCallingCode = "", nationalNumber = phone.slice(1) } = parsePhoneNumberFromString(phone) ?? {};
  return { country: countryCallingCode, national: nationalNumber };
}

/** A number with or without its country, its digits apart as people write them, or in cells beside each other. */
function asWritten(phone: string): string {
  const { country, national } = nationalOf(phone);
  return `(?<!\\d)((00|011)?${apart(country)}\\D{0,3})?0?${apart(national)}(?!\\d)`;
}

/** So many signs at most between two digits: a space and a bracket; between cells as PostgreSQL writes them, some more. */
const apart = (digits: string, most = 3) => [...digits].join(`\\D{0,${most}}`);

/** An address as it stands, whatever the case, and not as the end or beginning of another one. */
const asTyped = (email: string) => `(?<![\\w.+-])${literal(email)}(?![\\w-]|\\.\\w)`;

const literal = (email: string) => email.toLowerCase().replace(/[!-/:-@[-`{-~]/g, "\\$&");
