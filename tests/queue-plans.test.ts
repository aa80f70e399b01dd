import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { claimStatement } from "@/lib/messages/send/claim-texts";
import { makeCompany } from "./support/cast";

const TEXTS = 1000;

// As many as a fast line may have before it, all written at one moment, and nobody has taken stock of them.
beforeAll(async () => {
  const { accountId, number } = await makeCompany();
  const line = await number();
  await writeDb.execute(sql`
    with people as materialized (select gen_random_uuid() as contact_id, gen_random_uuid() as id, gen_random_uuid() as message_id,
        '+1' || (2000000000 + n) as phone from generate_series(1, ${TEXTS}::int) n),
    met as (insert into contacts (id, account_id, phone) select contact_id, ${accountId}::uuid, phone from people),
    begun as (insert into conversations (id, account_id, number_id, contact_id, seq, preview)
      select id, ${accountId}::uuid, ${line.id}::uuid, contact_id, 1, 'Hello' from people),
    said as (insert into messages (id, account_id, conversation_id, number_id, seq, direction, state, body)
      select message_id, ${accountId}::uuid, id, ${line.id}::uuid, 1, 'out', 'queued', 'Hello' from people)
    insert into texts (message_id, account_id, conversation_id, number_id, seq, to_phone, priority)
      select message_id, ${accountId}::uuid, id, ${line.id}::uuid, 1, phone, 2 from people`);
});

test("the next text is found without comparing all that wait with each other", async () => {
  const rows = await writeDb.execute<Record<string, string>>(
    sql`explain (analyze, costs off, timing off, summary off, buffers off) ${claimStatement({ lease: v7(), most: 50 })}`,
  );
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  expect(plan).toMatch(/texts_by_conversation/);
  const thrownAway = [...plan.matchAll(/Rows Removed by [^:]*: (\d+)/g)].map(([, times]) => Number(times));
  expect(Math.max(0, ...thrownAway)).toBeLessThanOrEqual(TEXTS);
});
