import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { contactGroups, type contactImports } from "@/db/schema";
import { contactGroupsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { keepErasedOut } from "../erase/erased-phones";
import { fieldsHeld, type Held } from "../fields/field-values";
import { agrees } from "./judge-rows";

/** A slice of a list, and who imports it, by name. */
export type Taking = { list: typeof contactImports.$inferSelect; from: number; to: number; by: string };

/** The rows of a slice that are taken in; who has opted out only where it was said that they are wanted. */
const taken = ({ list, from, to }: Taking) =>
  sql`r.import_id = ${list.id}::uuid and r.nth > ${from} and r.nth <= ${to}
    and (r.verdict in ('new', 'changes', 'same') or r.verdict = 'opted out' and r.included)`;

/** Of the company's own fields those that are still there. */
const valuesAmong = (
  held: Held,
) => sql`coalesce((select jsonb_object_agg(e.key, e.value) from jsonb_each(r.field_values) e
  where e.key = any(${sql.param(held.map(({ key }) => key))}::text[])), '{}')`;

/** Those who are new, in the order of their numbers: two who bring the same ones wait for each other. How many they are. */
export async function addNew({ tx }: Change, { accountId }: Viewer, taking: Taking): Promise<number> {
  const values = valuesAmong(await fieldsHeld(tx, accountId));
  const added = await tx.execute(sql`
    insert into contacts (id, account_id, phone, first_name, last_name, email, company, time_zone, notes, field_values)
    select r.contact_id, ${accountId}::uuid, r.phone, coalesce(r.first_name, ''), coalesce(r.last_name, ''), r.email,
      r.company, r.time_zone, r.notes, ${values}
    from contact_import_rows r where ${taken(taking)} and not exists (select from contacts c
      where c.id = r.contact_id and c.deleted_at is null) order by r.phone
    on conflict (account_id, phone) do update set first_name = excluded.first_name, last_name = excluded.last_name,
      email = excluded.email, company = excluded.company, time_zone = excluded.time_zone, notes = excluded.notes,
      field_values = excluded.field_values, deleted_at = null, created_at = now() where contacts.deleted_at is not null
    returning id`);
  return added.length;
}

/** Of those who were to be new, the rows of whom somebody else has added meanwhile. */
export async function addedByOthers({ tx }: Change, { accountId }: Viewer, taking: Taking): Promise<number[]> {
  const rows = await tx.execute<{ nth: number }>(sql`
    update contact_import_rows r set contact_id = c.id from contacts c
    where ${taken(taking)} and r.verdict = 'new' and c.account_id = ${accountId}::uuid and c.phone = r.phone and c.id <> r.contact_id
    returning r.nth`);
  return rows.map(({ nth }) => nth);
}

/** What is said of those who are there; how many are changed. What a row leaves empty stays as it is. */
export async function changeThere({ tx }: Change, { accountId }: Viewer, taking: Taking): Promise<number> {
  const values = valuesAmong(await fieldsHeld(tx, accountId));
  const changed = await tx.execute(sql`
    update contacts c set first_name = coalesce(nullif(r.first_name, ''), c.first_name),
      last_name = coalesce(nullif(r.last_name, ''), c.last_name), email = coalesce(r.email, c.email),
      company = coalesce(r.company, c.company), time_zone = coalesce(r.time_zone, c.time_zone),
      notes = coalesce(r.notes, c.notes), field_values = c.field_values || ${values}
    from contact_import_rows r where ${taken(taking)} and r.verdict <> 'new' and r.changes <> '{}'
      and c.id = r.contact_id and c.merged_into is null and c.deleted_at is null
    returning c.id`);
  // Their other telephones are called as they are.
  await tx.execute(sql`
    update contacts other set first_name = c.first_name, last_name = c.last_name
    from contacts c join contact_import_rows r on r.contact_id = c.id
    where ${taken(taking)} and r.changes && array['First Name', 'Last Name'] and other.merged_into = c.id`);
  return changed.length;
}

/** Of those who have opted out and are wanted all the same, the numbers that were erased are opted out by number again. */
export async function keepErased({ tx }: Change, { accountId }: Viewer, taking: Taking): Promise<void> {
  const rows = await tx.execute<{ phone: string }>(sql`
    select r.phone from contact_import_rows r where ${taken(taking)} and r.verdict = 'opted out'`);
  await keepErasedOut(
    tx,
    accountId,
    rows.map(({ phone }) => phone),
  );
}

/** The group for all, and those that rows name: one that isn't there yet is made. */
export async function joinGroups(c: Change, viewer: Viewer, taking: Taking) {
  const { accountId } = viewer;
  const { groupId } = taking.list.choice;
  const missing = await c.tx.execute<{ name: string }>(sql`
    select min(wanted.name) as name from contact_import_rows r, unnest(r.groups) as wanted(name)
    where ${taken(taking)} and not exists (select from contact_groups g
      where g.account_id = ${accountId}::uuid and lower(g.name) = lower(wanted.name))
    group by lower(wanted.name) order by lower(wanted.name)`);
  if (missing.length > 0) {
    const made = missing.map(({ name }) => ({ id: v7(), accountId, name }));
    const groups = await c.tx.insert(contactGroups).values(made).onConflictDoNothing().returning();
    for (const group of groups) c.record("contact-group.added", group);
  }
  await c.tx.execute(sql`
    insert into contact_group_members (account_id, group_id, contact_id)
    select distinct ${accountId}::uuid, ${contactGroups.id}, coalesce(c.merged_into, c.id)
    from contact_import_rows r join contacts c on c.id = r.contact_id
    join ${contactGroups} on ${contactGroupsWithin(viewer)} and (${contactGroups.id} = ${groupId}::uuid
      or lower(${contactGroups.name}) in (select lower(wanted.name) from unnest(r.groups) as wanted(name)))
    where ${taken(taking)} and (r.groups <> '{}' or ${groupId}::uuid is not null)
    order by 2, 3 on conflict do nothing`);
}

/** Said once of each number, and never of one that has opted out. */
export const keepConsents = ({ tx }: Change, { accountId, memberId }: Viewer, taking: Taking) =>
  tx.execute(sql`
    insert into consent_events (account_id, phone, kind, source, words, actor_id, actor_name)
    select ${accountId}::uuid, r.phone, 'in', ${`import ${taking.list.name}`}, coalesce(r.consent_source, ${taking.list.choice.agreed}),
      ${memberId}::uuid, ${taking.by}
    from contact_import_rows r where ${taken(taking)} and r.verdict <> 'opted out' and ${agrees(taking.list)}
      and not exists (select from consent_events e
        where e.account_id = ${accountId}::uuid and e.phone = r.phone and e.kind = 'in')`);

/**
 * Who is on the file's black list gets no more texts, also where the rest of the row can't be taken. It is plain: of ordinary
 * words that stopped somebody before there is nothing left to look at.
 */
export async function keepOptOuts({ tx }: Change, { accountId, memberId }: Viewer, taking: Taking): Promise<number> {
  const { list, from, to, by } = taking;
  const out = await tx.execute(sql`
    with stopped as (
      insert into opt_outs (account_id, phone, how)
      select distinct ${accountId}::uuid, r.phone, 'import'::opt_out_way from contact_import_rows r
      where r.import_id = ${list.id}::uuid and r.nth > ${from} and r.nth <= ${to} and r.blacklisted and r.phone is not null
      order by 2 on conflict (account_id, phone) do update set review_by = null,
        how = case opt_outs.how when 'erasure' then excluded.how else opt_outs.how end
      where opt_outs.how = 'erasure' or opt_outs.review_by is not null returning phone),
    -- Whom a colleague has stopped just now, and may take it back: now the list says so, too.
    again as (
      select distinct o.phone from opt_outs o join contact_import_rows r on r.phone = o.phone
      where o.account_id = ${accountId}::uuid and o.how = 'by hand' and o.since > now() - interval '1 minute'
        and r.import_id = ${list.id}::uuid and r.nth > ${from} and r.nth <= ${to} and r.blacklisted),
    told as (
      insert into consent_events (account_id, phone, kind, source, actor_id, actor_name)
      select ${accountId}::uuid, phone, 'out', ${`import ${list.name}`}, ${memberId}::uuid, ${by}
      from (select phone from stopped union select phone from again) them)
    select phone from stopped`);
  return out.length;
}
