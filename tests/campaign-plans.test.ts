import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { campaigns } from "@/db/schema";
import { writeDb } from "@/db/write";
import { verdictOn } from "@/lib/campaigns/send/brakes";
import { makeCompany } from "./support/cast";

// Enough for PostgreSQL to prefer an index wherever there is one to use.
const RECIPIENTS = 30_000;
const ids: string[] = [];

beforeAll(async () => {
  const { accountId, ana, number } = await makeCompany();
  const line = await number();
  for (const name of ["One", "Another"]) {
    const id = v7();
    ids.push(id);
    const by = { madeBy: ana.memberId, madeByName: ana.name };
    await writeDb
      .insert(campaigns)
      .values({ id, accountId, numberId: line.id, name, body: "Hello", state: "sending", frozenAt: new Date(), ...by });
    await writeDb.execute(sql`
      insert into campaign_recipients (campaign_id, contact_id, account_id, phone, zone, state, message_id, sent_at)
      select ${id}, gen_random_uuid(), ${accountId}, '+1' || (2000000000 + n), 'UTC',
        case when n < 25000 then 'delivered' else 'waiting' end::recipient_state,
        case when n < 25000 then gen_random_uuid() end, case when n < 25000 then now() - interval '1 hour' end
      from generate_series(1, ${RECIPIENTS}::int) n`);
    await writeDb.execute(sql`insert into opt_outs (account_id, phone, how)
      select ${accountId}, '+1' || (2000000000 + n), 'by hand' from generate_series(1, 3000) n on conflict do nothing`);
  }
  for (const table of ["campaign_recipients", "opt_outs", "campaigns"])
    await writeDb.execute(sql`vacuum analyze ${sql.identifier(table)}`);
});

test("what brakes a campaign is looked up at both ends of its texts, however many there are", async () => {
  const rows = await db.execute<Record<string, string>>(sql`explain (analyze, buffers) ${verdictOn(ids[0] ?? "")}`);
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  expect(plan).toMatch(/recipients_in_order/);
  expect(plan).not.toMatch(/Seq Scan on (campaign_recipients|opt_outs|texts)/);
  expect(plan).not.toMatch(/Sort/);
  // Some hundreds of rows are looked at, of the sixty thousand that there are.
  const most = [...plan.matchAll(/rows=([\d.]+) loops=(\d+)/g)].map(([, each, loops]) => Number(each) * Number(loops));
  expect(Math.max(...most)).toBeLessThanOrEqual(500);
  const [found] = await db
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, ids[0] ?? ""));
  expect(found?.state).toBe("sending");
});
