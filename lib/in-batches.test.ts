import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import { makeCompany } from "@/tests/support/cast";
import { inBatches } from "./in-batches";

type Item = { key: string; is?: number; fails?: Error; wants?: string };

/** Batches whose items fail as they say, and what became of them: each transaction's, in the order of commits. */
function kept() {
  const batches: Item[][] = [];
  const take = inBatches<Item>({
    keyOf: ({ key }) => key,
    work: async (tx, items) => {
      for (const { fails, wants } of items) {
        if (fails) throw fails;
        if (wants) await hold(tx, wants);
      }
      await tx.execute(sql`select`);
      batches.push([...items]);
    },
  });
  const taken = () => batches.flat();
  return { batches, taken, take };
}

const hold = (tx: WriteTx, id: string) =>
  tx.select({ id: accounts.id }).from(accounts).where(sql`${accounts.id} = ${id}`).for("update");

test("what comes while others are at work is one transaction, in the order in which it came", async () => {
  const { batches, take } = kept();
  await Promise.all(Array.from({ length: 50 }, (_, is) => take({ key: `${is % 7}`, is })));
  expect(batches.map((batch) => batch.map(({ is }) => is))).toEqual([[0], Array.from({ length: 49 }, (_, n) => n + 1)]);
});

test("one that can't be taken fails alone, and those of each key keep their order", async () => {
  const { taken, take } = kept();
  const items = Array.from({ length: 30 }, (_, is) => ({
    ...{ key: `${is % 3}`, is },
    ...(is === 11 && { fails: new RangeError("a bad text") }),
  }));
  const answers = await Promise.allSettled(items.map(take));
  expect(answers.flatMap(({ status }, is) => (status === "rejected" ? [is] : []))).toEqual([11]);
  for (const key of ["0", "1", "2"]) {
    const order = taken().flatMap((item) => (item.key === key ? [item.is ?? 0] : []));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  expect(taken()).toHaveLength(29);
});

test("without a database all fail at once, and none is tried by itself", async () => {
  const { taken, take } = kept();
  const gone = Object.assign(new Error("terminating connection"), { code: "57P01" });
  const items = Array.from({ length: 9 }, (_, is) => ({ key: `${is}`, is, ...(is === 8 && { fails: gone }) }));
  const answers = await Promise.allSettled(items.map(take));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(8);
  expect(taken()).toHaveLength(1);
});

test("what waits for a row that somebody holds lets the others by, and comes before what is of its key", async () => {
  const { accountId } = await makeCompany();
  const { taken, take } = kept();
  await writeDb
    .transaction(async (tx) => {
      await hold(tx, accountId);
      const held = [take({ key: "held", is: 0, wants: accountId }), take({ key: "held", is: 1 })];
      const others = [take({ key: "other", is: 2 }), take({ key: "another", is: 3 })];
      await Promise.all(others);
      await take({ key: "other", is: 4 });
      const later = take({ key: "held", is: 5 });
      await take({ key: "other", is: 6 });
      expect(taken().map(({ key }) => key)).not.toContain("held");
      await tx.execute(sql`select`);
      return { all: Promise.all([...held, later]) };
    })
    .then(({ all }) => all);
  expect(taken().flatMap(({ key, is }) => (key === "held" ? [is] : []))).toEqual([0, 1, 5]);
});
