import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { type Change, change } from "@/lib/change";
import { env } from "@/lib/env";
import { ensureGroups } from "./groups";
import { FIRST_NAMES, LAST_NAMES } from "./names";
import { ensureNumbers } from "./numbers";

export type Seeding = {
  account: { id: string; name: string; rootGroupId: string };
  users: number;
  /** Every Active person's password, hashed once. */
  passwordHash: string;
  progress?: (done: number) => void;
  /** Beside the root. */
  groups?: number;
  numbers?: number;
};

const BATCH = 10_000;
const SYSTEM = { kind: "system", name: "Seed" } as const;

/** Fills a company with people, ten thousand to a transaction, through the triggers; then lets PostgreSQL take stock. */
export async function seedCompany({ account, users, passwordHash, progress, ...more }: Seeding): Promise<void> {
  const run = { ...account, passwordHash, tag: Date.now().toString(36), startMs: Date.now() - users };
  const numbers = await change(SYSTEM, undefined, (c) => ensureNumbers(c, account, more.numbers ?? 50));
  const groups = await change(SYSTEM, undefined, async (c) => {
    c.record("group.added", { accountId: account.id, id: account.id, name: account.name });
    return ensureGroups(c, account, more.groups ?? 0);
  });
  for (let from = 1; from <= users; from += BATCH) {
    const to = Math.min(users, from + BATCH - 1);
    await change(SYSTEM, undefined, (c) => addBatch(c, { ...run, numbers, groups, from, to }));
    progress?.(to);
  }
  await takeStock();
}

type Batch = Seeding["account"] & {
  passwordHash: string;
  tag: string;
  startMs: number;
  numbers: string[];
  groups: string[];
  from: number;
  to: number;
};

async function addBatch(c: Change, batch: Batch) {
  await c.tx.execute(sql`set local synchronous_commit = off`);
  await c.tx.execute(sql`set local statement_timeout = 0`);
  for (const statement of statements(batch)) await c.tx.execute(statement);
  const { id, name, from, to } = batch;
  c.record("member.added", { accountId: id, id, name }, { people: to - from + 1 });
}

/** Ids in order of creation (version 7), the same for the same person in every statement. */
const idOf = (kind: string, { tag, startMs }: Batch) =>
  sql`(lpad(to_hex(${startMs}::bigint + n), 12, '0') || '7' || substr(md5(${kind + tag}::text || n), 1, 3) || '8'
    || substr(md5(${kind + tag}::text || n), 4, 15))::uuid`;

/** Evenly spread from n, differently for every purpose. */
const dice = (purpose: number, sides: number) =>
  sql`((hashint8extended(n, ${purpose}::bigint) & 2147483647) % ${sides}::bigint)::int`;

/** 2 % Disabled, 4 % Pending, the others Active. */
const isDisabled = sql`${dice(1, 1000)} < 20`;
const isPending = sql`${dice(1, 1000)} between 20 and 59`;
/** Most people came back within days, some have been away for months. */
const lastLogin = sql`now() - interval '90 days' * power(${dice(2, 1_000_000)} / 1000000.0, 3)`;
const since = sql`now() - interval '1 day' * (100 + ${dice(3, 900)})`;

function statements(batch: Batch): SQL[] {
  const { id: accountId, rootGroupId, passwordHash, tag, numbers, groups } = batch;
  const [user, member] = [idOf("user", batch), idOf("member", batch)];
  const everyone = sql`generate_series(${batch.from}::bigint, ${batch.to}::bigint) n`;
  const lines = sql.param(numbers);
  const line = (k: SQL) =>
    sql`(${lines}::uuid[])[1 + (${dice(4, numbers.length)} + ${k} * 17) % ${numbers.length}::int]`;
  // Four in ten work for the whole company, the others somewhere in its tree, when there is one.
  const atRoot = groups.length === 0 ? sql`true` : sql`${dice(11, 10)} < 4`;
  const group = sql`case when ${atRoot} then ${rootGroupId}::uuid else (${sql.param(groups)}::uuid[])[1 + ${dice(13, Math.max(1, groups.length))}] end`;
  const role = sql`case when ${dice(8, 500)} = 0 then 'admin' when ${atRoot} then 'end-user'
    else (array['messaging-agent','messaging-agent','end-user','sender','viewer'])[1 + ${dice(14, 5)}] end`;
  return [
    sql`insert into users (id, home_account_id, first_name, last_name, username, email, time_zone, password_hash, password_changed_at, created_at)
      select ${user}, ${accountId}, first, last, own, own || '@people.example', 'America/Los_Angeles',
             case when ${isPending} then null else ${passwordHash} end, case when ${isPending} then null else ${since} end, ${since}
        from (select n, first, last, regexp_replace(lower(unaccent(first || '.' || last)), '[^a-z.]', '', 'g') || '.' || ${tag}::text || n as own
                from (select n, (${sql.param(FIRST_NAMES)}::text[])[1 + ${dice(5, FIRST_NAMES.length)}] as first,
                             (${sql.param(LAST_NAMES)}::text[])[1 + ${dice(6, LAST_NAMES.length)}] as last from ${everyone}) named) people`,
    sql`insert into members (id, account_id, user_id, accepted_at, disabled_at, last_login_at, default_number_id, products, created_at)
      select ${member}, ${accountId}, ${user}, case when ${isPending} then null else ${since} end,
             case when ${isDisabled} then now() - interval '1 day' end, case when ${isPending} then null else ${lastLogin} end,
             ${line(sql`0`)}, case when ${dice(12, 5)} = 0 then '{texting,reports}'::text[] else '{texting,chat,campaigns,reports}' end, ${since}
        from ${everyone}`,
    sql`insert into line_access (account_id, member_id, number_id)
      select ${accountId}, ${member}, ${line(sql`k`)} from ${everyone}, generate_series(0, ${dice(7, 3)}) k`,
    sql`insert into role_assignments (account_id, member_id, role, group_id)
      select ${accountId}, ${member}, ${role}, ${group} from ${everyone}`,
    sql`insert into logins (id, member_id, address, user_agent, at)
      select ${idOf("login", batch)}, ${member}, '203.0.113.' || ${dice(9, 250)},
             'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36', ${lastLogin}
        from ${everyone} where not (${isPending})`,
    sql`insert into links (id, token_hash, purpose, user_id, member_id, expires_at, created_at)
      select ${idOf("link", batch)}, sha256(${member}::text::bytea), 'invitation', ${user}, ${member},
             now() + interval '1 hour' * (${dice(10, 48)} - 24), now() + interval '1 hour' * (${dice(10, 48)} - 48)
        from ${everyone} where ${isPending}`,
  ];
}

/** So that the first page after a million new rows is planned and read as the thousandth will be. */
async function takeStock() {
  const client = postgres(env().databaseUrl ?? "", { max: 1, onnotice: () => {} });
  try {
    await client`vacuum (analyze) users, members, role_assignments, line_access, logins, links, accounts, numbers, groups`;
  } finally {
    await client.end({ timeout: 5 });
  }
}
