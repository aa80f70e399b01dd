import { type SQL, sql } from "drizzle-orm";
import { contactGroups, type contactImports, contacts, optOuts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { contactGroupsWithin, contactsManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { idList, idsOf } from "../../id-list";
import { erasedAmong } from "../erase/erased-phones";
import { fieldsOf } from "../fields/field-values";
import { ownColumns } from "./own-columns";

type List = Pick<typeof contactImports.$inferSelect, "id" | "choice" | "columns">;
/** `only`: these rows of it. */
type Slice = { list: List; from: number; to: number; only?: readonly number[] };

/** Whether a row brings a consent: its own word, or what was said for all. */
export const agrees = ({ choice }: { choice: { agreed: string | null } }) =>
  sql`(not r.blacklisted and coalesce(r.consent, ${choice.agreed !== null}))`;

const differs = (column: "first_name" | "last_name" | "email" | "company" | "time_zone" | "notes", title: string) =>
  sql`case when r.${sql.raw(column)} <> '' and r.${sql.raw(column)} is distinct from contacts.${sql.raw(column)} then ${title}::text end`;

/** Which of the company's own fields differ, by name, in the order of the columns. */
function ownDiffer(own: ReturnType<typeof ownColumns>): SQL {
  if (own.length === 0) return sql`'{}'::text[]`;
  const [keys, names] = [own.map(({ key }) => key), own.map(({ name }) => name)];
  return sql`array(select f.name from unnest(${sql.param(keys)}::text[], ${sql.param(names)}::text[]) with ordinality as f(key, name, nth)
    where r.field_values ? f.key and r.field_values ->> f.key is distinct from contacts.field_values ->> f.key order by f.nth)`;
}

/**
 * What becomes of the rows after `from`, up to `to`, as the contacts are at this moment: in one statement, which writes
 * those of whom it is not known already. What a row leaves empty changes nothing. A telephone that is shown with another
 * contact keeps its names: they are that one's.
 */
export async function judgeRows(tx: WriteTx, viewer: Viewer, { list, from, to, only }: Slice) {
  const { groupId } = list.choice;
  const slice = sql`r.import_id = ${list.id}::uuid and r.nth > ${from} and r.nth <= ${to}
    ${only ? sql`and r.nth = any(${sql.param(only)}::int[])` : sql``}`;
  const named = await tx.execute<{ phone: string }>(sql`
    select distinct r.phone from contact_import_rows r where ${slice} and r.phone is not null`);
  const erased = await erasedAmong(
    tx,
    viewer.accountId,
    named.map(({ phone }) => phone),
  );
  const isIn = sql`m.contact_id = coalesce(contacts.merged_into, contacts.id)`;
  const groups = await tx.select({ id: contactGroups.id }).from(contactGroups).where(contactGroupsWithin(viewer));
  const isSeen = (group: SQL) => sql`${group} = any(${idList(idsOf(groups))})`;
  // A group that the viewer does not see is not filled.
  const lacksGroup = sql`exists (select from unnest(r.groups) as wanted(name) where not exists (
      select from contact_groups g where g.account_id = ${viewer.accountId}::uuid and lower(g.name) = lower(wanted.name)
        and (not ${isSeen(sql`g.id`)} or exists (select from contact_group_members m where m.group_id = g.id and ${isIn}))))
    or ${isSeen(sql`${groupId}::uuid`)} and not exists (
      select from contact_group_members m where m.group_id = ${groupId}::uuid and ${isIn})`;
  const lacksConsent = sql`${agrees(list)} and not exists (select from consent_events e
    where e.account_id = ${viewer.accountId}::uuid and e.phone = r.phone and e.kind = 'in')`;
  const isThere = sql`${contacts.id} is not null and ${contacts.deletedAt} is null`;
  const written = sql.join(
    [
      differs("first_name", "First Name"),
      differs("last_name", "Last Name"),
      differs("email", "Email"),
      differs("company", "Company"),
      differs("time_zone", "Time Zone"),
      differs("notes", "Notes"),
    ],
    sql`, `,
  );
  const differing = ownDiffer(ownColumns(list.columns, await fieldsOf(tx, viewer.accountId)));
  return tx.execute(sql`
    update contact_import_rows r set verdict = j.verdict, changes = j.changes, twin = j.twin,
        contact_id = coalesce(j.contact_id, r.contact_id) from (
      select r.nth, ${contacts.id} as contact_id, twin.position as twin, found.changes,
        (case when r.problem is not null then 'unreadable'
          when twin.position is not null then 'twice'
          when ${isThere} and (${contactsManagedBy(viewer)}) is not true then 'unreadable'
          when ${optOuts.phone} is not null or r.phone = any(${sql.param(erased)}::text[]) then 'opted out'
          when not (${isThere}) then 'new'
          when found.changes <> '{}' then 'changes' else 'same' end)::contact_verdict as verdict
      from contact_import_rows r
      left join ${contacts} on ${contacts.accountId} = ${viewer.accountId}::uuid and ${contacts.phone} = r.phone
      left join ${optOuts} on ${optOuts.accountId} = ${viewer.accountId}::uuid and ${optOuts.phone} = r.phone
      left join lateral (select min(e.position) as position from contact_import_rows e
        where e.import_id = r.import_id and e.phone = r.phone and e.nth < r.nth and e.problem is null) twin on true
      cross join lateral (select case when ${isThere} then array_remove(
        (case when ${contacts.mergedInto} is null then array[${written}]::text[] || ${differing} else '{}' end)::text[] || array[
        case when ${lacksGroup} then 'Group' end, case when ${lacksConsent} then 'Consent' end,
        case when r.blacklisted and ${optOuts.phone} is null then 'Blacklisted' end]::text[], null) else '{}' end as changes) found
      where ${slice}) j
    where r.import_id = ${list.id}::uuid and r.nth = j.nth and (r.verdict, r.changes, r.twin, r.contact_id)
      is distinct from (j.verdict, j.changes, j.twin, coalesce(j.contact_id, r.contact_id))`);
}
