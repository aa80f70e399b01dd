import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { emailQuery } from "@/lib/outbox/log/email-query";
import { emailsStatement } from "@/lib/outbox/log/emails-statement";
import { emailsAskedFor } from "@/lib/outbox/log/list-emails";
import type { Cursor } from "@/lib/paging";
import { makeCompany, viewerOf } from "./support/cast";

// Twenty thousand emails in each of two companies: enough for PostgreSQL to prefer an index wherever there is one to use.
const EMAILS = 20_000;
let root: Viewer;
let ofWest: Viewer;
let deep: Cursor;

beforeAll(async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const west = await company.group("West");
  const inside = await company.pending({ name: "Mara Lindqvist", groupId: west.id });
  for (const { accountId } of [company, other])
    await writeDb.execute(sql`insert into outbox (id, account_id, member_id, template, "to", props, state, lost, decided_at, created_at)
      select gen_random_uuid(), ${accountId}, case when i % 1000 = 0 then ${inside.memberId}::uuid else gen_random_uuid() end,
        'welcome', i || '@x.example', '{}', (case when i % 500 = 1 then 'queued' when i % 500 = 2 then 'failed' else 'sent' end)::email_state,
        case when i % 500 = 3 then 'bounced'::delivery_state end, case when i % 1000 = 2 then now() end,
        date_trunc('milliseconds', now()) - i * interval '1 minute' from generate_series(1, ${EMAILS}) i`);
  for (const table of ["outbox", "members"]) await writeDb.execute(sql`analyze ${sql.identifier(table)}`);
  [root, ofWest] = [await viewerOf(company.ana), await viewerOf(await company.admin({ groupId: west.id }))];
  const [middle] = await db.execute<{ at: string; id: string }>(sql`select id,
    to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from outbox
    where account_id = ${company.accountId} order by created_at offset ${EMAILS / 2} limit 1`);
  deep = { key: [middle?.at ?? ""], id: middle?.id ?? "", place: null };
});

async function planOf(viewer: Viewer, params: Record<string, string>, from: Cursor | null = null) {
  const way = { ...(await emailsAskedFor(viewer, emailQuery(params))), from, backwards: params.before === "last" };
  const rows = await db.execute<Record<string, string>>(sql`explain ${emailsStatement(viewer, way)}`);
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

const questions: [string, Record<string, string>, RegExp][] = [
  ["all", {}, /outbox_by_account/],
  ["the last page", { before: "last" }, /outbox_by_account/],
  ["waiting", { state: "waiting" }, /outbox_(waiting|due)/],
  ["not delivered", { state: "undelivered" }, /outbox_lost/],
  ["needs a decision", { state: "undecided" }, /outbox_undecided/],
  ["a person", { to: "lindqvist" }, /outbox_by_(member|address)/],
  ["an address", { to: "4711@x.example" }, /outbox_by_address/],
];

test.each(questions)("%s: by its index, however deep", async (_, params, index) => {
  for (const from of [null, deep]) {
    const plan = await planOf(root, params, from);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on outbox/);
  }
});

test.each(questions)("an Admin of a group, %s: no scan over everybody's", async (_, params) => {
  for (const from of [null, deep]) expect(await planOf(ofWest, params, from)).not.toMatch(/Seq Scan on outbox/);
});
