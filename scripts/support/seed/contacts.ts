import { type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { contactGroups } from "@/db/schema";
import { type Change, change } from "@/lib/change";
import { FIRST_NAMES, LAST_NAMES } from "./names";

type Seeding = { account: { id: string; name: string }; contacts: number };
type Groups = { some: string; all: string };

/** A company in a tenth of them; a name that three have; a name that nobody has. */
export const CONTACT_WORDS = { common: "Harbor", rare: "Quillfeather", absent: "zzqqj" };

const BATCH = 20_000;
const SYSTEM = { kind: "system", name: "Seed" } as const;

/**
 * Fills a company with contacts by SQL alone, some thousands to a transaction: all of them have agreed to get texts and are
 * in a group, a tenth in another one; one in a hundred has opted out, one in two hundred is unreachable.
 */
export async function seedContacts(seeding: Seeding): Promise<Groups> {
  const groups = await change(SYSTEM, undefined, (c) => addGroups(c, seeding.account));
  for (let from = 1; from <= seeding.contacts; from += BATCH) {
    const to = Math.min(seeding.contacts, from + BATCH - 1);
    await change(SYSTEM, undefined, (c) =>
      addBatch(c, { ...seeding, groups }, sql`generate_series(${from}::bigint, ${to}::bigint) n`),
    );
  }
  return groups;
}

async function addGroups(c: Change, { id: accountId, name }: Seeding["account"]): Promise<Groups> {
  const groups = { some: v7(), all: v7() };
  const rows = [
    { id: groups.some, accountId, name: "Some" },
    { id: groups.all, accountId, name: "Everybody" },
  ];
  await c.tx.insert(contactGroups).values(rows);
  c.record("contact-group.added", { accountId, id: groups.all, name });
  return groups;
}

async function addBatch(c: Change, seeding: Seeding & { groups: Groups }, batch: SQL) {
  await c.tx.execute(sql`set local synchronous_commit = off`);
  await c.tx.execute(sql`set local statement_timeout = 0`);
  await c.tx.execute(contactsOf(seeding, batch));
  c.saidInThread();
}

const n = sql`n`;
const chosen = (words: string[], purpose: number) =>
  sql`(${sql.param(words)}::text[])[1 + ((hashint8extended(${n}, ${purpose}::bigint) & 2147483647) % ${words.length}::bigint)::int]`;

/** Ids as they are made by the portal: those of one time lie side by side. */
const timed = (accountId: string) =>
  sql`overlay(overlay(md5(n || ${accountId}::text) placing lpad(to_hex(1760000000000 + n), 12, '0') || '7' from 1) placing '8' from 17)::uuid`;

/** One statement: the contact, their groups, and what they said about texts. */
function contactsOf({ account, groups }: Seeding & { groups: Groups }, batch: SQL): SQL {
  return sql`
    with people as materialized (select n, ${timed(account.id)} as id, '+1' || (3030000000 + n) as phone from ${batch}),
    met as (insert into contacts (id, account_id, phone, first_name, last_name, company, email, unreachable_at, created_at)
      select id, ${account.id}::uuid, phone, ${chosen(FIRST_NAMES, 5)},
        case when n in (7, 400, 900) then ${CONTACT_WORDS.rare}::text else ${chosen(LAST_NAMES, 6)} end,
        case when n % 10 = 0 then ${`${CONTACT_WORDS.common} Freight`}::text end, 'c' || n || '@mail.example',
        case when n % 200 = 50 then now() end, now() - n * interval '1 second' from people),
    grouped as (insert into contact_group_members (account_id, group_id, contact_id)
      select ${account.id}::uuid, ${groups.all}::uuid, id from people union all select ${account.id}::uuid, ${groups.some}::uuid, id from people where n % 10 = 3),
    stopped as (insert into opt_outs (account_id, phone, how) select ${account.id}::uuid, phone, 'keyword'::opt_out_way from people where n % 100 = 1)
    insert into consent_events (account_id, phone, kind, source) select ${account.id}::uuid, phone, 'in'::consent_kind, 'import bench.csv' from people`;
}
