import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { unique } from "@/tests/support/cast";
import { forgetTries, type Limit, returnTry, takeTry } from "./throttle";

const limit = (most: number): Limit => ({ name: `test-${unique()}`, of: "somebody", most, minutes: 15 });
const rowOf = async ({ name }: Limit) =>
  (await writeDb.select().from(throttles).where(sql`starts_with(${throttles.key}, ${name})`))[0];

test("a limit gives as many tries as it has, and then none", async () => {
  const two = limit(2);
  expect([await takeTry(two), await takeTry(two), await takeTry(two)]).toEqual([true, true, false]);
});

test("of two at the limit at once one passes", async () => {
  const three = limit(3);
  await takeTry(three);
  await takeTry(three);
  expect((await Promise.all([takeTry(three), takeTry(three)])).sort()).toEqual([false, true]);
});

test("of twenty at once as many pass as the limit has", async () => {
  const five = limit(5);
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeTry(five)));
  expect(taken.filter(Boolean)).toHaveLength(5);
});

test("trying while it is closed makes the wait no longer", async () => {
  const one = limit(1);
  await takeTry(one);
  const before = (await rowOf(one))?.resetsAt;
  await takeTry(one);
  await takeTry(one);
  expect(await rowOf(one)).toMatchObject({ used: 1, resetsAt: before });
});

test("it opens by itself when its window is over", async () => {
  const one = limit(1);
  await takeTry(one);
  const key = (await rowOf(one))?.key ?? "";
  await writeDb.update(throttles).set({ resetsAt: sql`now() - interval '1 second'` }).where(eq(throttles.key, key));
  expect([await takeTry(one), await takeTry(one)]).toEqual([true, false]);
});

test("a success starts the count anew, and a try can be given back", async () => {
  const one = limit(1);
  await takeTry(one);
  await forgetTries(one);
  expect(await takeTry(one)).toBe(true);
  await returnTry(one);
  expect([await takeTry(one), await takeTry(one)]).toEqual([true, false]);
});

test("the row names nobody", async () => {
  const one = { ...limit(1), of: "ana@harbour.example" };
  await takeTry(one);
  expect((await rowOf(one))?.key).not.toContain("ana");
});
