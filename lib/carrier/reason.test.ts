import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { reasonOf } from "./codes";
import { reasonIn } from "./reason";

test("why a text did not arrive reads alike on a page and in a list; without a code nothing is made up", async () => {
  for (const code of [null, 0, 21610, 30003, 99999]) {
    const [row] = await db.execute<{ reason: string }>(sql`select ${reasonIn(sql`${code}::int`)} as reason`);
    expect(row?.reason).toBe(reasonOf(code));
  }
  expect(reasonOf(null)).toBe("The carrier did not deliver it.");
});
