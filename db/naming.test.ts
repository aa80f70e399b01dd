import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { byIndex, db } from ".";

const named = (which: string) =>
  sql`select count(*)::int as count from pg_prepared_statements where statement like ${which}`;

test("what goes by an index has a name and one plan for all values, what is planned for its values has none", async () => {
  for (const reader of [byIndex, db])
    for (let id = 0; id < 20; id++) await reader.execute(sql`select ${id}::int as asked_by_name`);
  const once = sql`select generic_plans::int as plans, custom_plans::int as others from pg_prepared_statements
    where statement like '%asked_by_name'`;
  const kept = await Promise.all(Array.from({ length: 12 }, () => byIndex.execute(once)));
  expect(kept.flat().length).toBeGreaterThan(0);
  for (const { plans, others } of kept.flat()) expect([Number(plans) > 0, others]).toEqual([true, 0]);
  expect(await db.execute(named("%asked_by_name"))).toEqual([{ count: 0 }]);
});

test("nothing is written by an index either", async () => {
  await expect(byIndex.execute(sql`delete from sessions`)).rejects.toMatchObject({ cause: { code: "25006" } });
});
