import { sql } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { expect, test, vi } from "vitest";
import { writeDb } from "@/db/write";
import { begin, campaignRow, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeGroup } from "../report/make-group";
import { freezeNext } from "./freeze";

const SLICE = 20_000;

/** So many are made in one statement, on a machine however busy. */
const AT_ONCE = 2000;

/** A contact group of so many who have agreed, by SQL alone. */
async function manyIn(accountId: string, groupId: string, count: number) {
  for (let made = 0; made < count; made += AT_ONCE)
    await writeDb.execute(sql`insert into contacts (id, account_id, phone, time_zone)
      select gen_random_uuid(), ${accountId}::uuid, '+1650' || (2000000 + n), 'UTC'
      from generate_series(${made + 1}::int, ${Math.min(made + AT_ONCE, count)}::int) n`);
  await writeDb.execute(sql`insert into contact_group_members (account_id, group_id, contact_id)
    select account_id, ${groupId}::uuid, id from contacts where account_id = ${accountId}::uuid`);
  await writeDb.execute(sql`insert into consent_events (account_id, phone, kind, source)
    select account_id, phone, 'in', 'by hand' from contacts where account_id = ${accountId}::uuid`);
}

/** The n-th by id, at the border of two slices. */
const nth = (accountId: string, n: number) => sql`(select id from contacts where account_id = ${accountId}::uuid
  order by id offset ${n - 1} limit 1)`;

test("more recipients than are written down at once are each written down once, those at the border among them", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const line = await company.number();
  const ben = await company.endUser({ lines: [line] });
  const [group, other] = [await makeContactGroup(accountId, []), await makeContactGroup(accountId, [])];
  await manyIn(accountId, group.id, SLICE + 2);
  // Who stands on both sides of the border is in both groups; one beside it wants no texts.
  for (const place of [SLICE, SLICE + 1])
    await writeDb.execute(sql`insert into contact_group_members (account_id, group_id, contact_id)
      select ${accountId}::uuid, ${other.id}::uuid, ${nth(accountId, place)}`);
  await writeDb.execute(sql`insert into opt_outs (account_id, phone, how)
    select account_id, phone, 'keyword' from contacts where id = ${nth(accountId, SLICE - 1)}`);
  const id = await makeDraft({ by: ben, line, group }, { group: [group.id, other.id] });
  await begin(id, ben);
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  // Others may be begun before it.
  while ((await campaignRow(id)).frozenUpTo === null) expect(await freezeNext()).toBe(true);
  expect((await campaignRow(id)).frozenAt).toBeNull();
  while ((await campaignRow(id)).frozenAt === null) expect(await freezeNext()).toBe(true);
  const [found] = await writeDb.execute<{ rows: number; missing: string[] }>(sql`
    select (select count(*)::int from campaign_recipients where campaign_id = ${id}::uuid) as rows,
      array(select c.phone from contacts c where c.account_id = ${accountId}::uuid and not exists (
        select from campaign_recipients r where r.campaign_id = ${id}::uuid and r.contact_id = c.id)) as missing`);
  const [stopped] = await writeDb.execute<{ phone: string }>(
    sql`select phone from opt_outs where account_id = ${accountId}::uuid`,
  );
  expect(found).toEqual({ rows: SLICE + 1, missing: [stopped?.phone] });
  const [written] = await writeDb.execute<{ inOrder: boolean }>(sql`
    select array_agg(contact_id order by ctid) = array_agg(contact_id order by contact_id) as "inOrder"
    from campaign_recipients where campaign_id = ${id}::uuid`);
  expect(written?.inOrder).toBe(true);
  // A group of as many is filled a slice at a time, too.
  await writeDb.execute(sql`update campaign_recipients set state = 'failed' where campaign_id = ${id}::uuid`);
  const form = { campaignId: id, of: "undelivered" as const, name: "Undelivered", once: onceKey() };
  expect(await makeGroup(await viewerOf(ben), form)).toMatchObject({ people: SLICE + 1 });
  // Two slices and a group, each with more time than a statement has elsewhere.
  expect(asked.mock.calls.filter(([{ sql }]) => sql === "set local statement_timeout = '60s'")).toHaveLength(3);
  asked.mockRestore();
}, 60_000);
