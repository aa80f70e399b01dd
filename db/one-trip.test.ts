import { createServer, connect as dial } from "node:net";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { inOneTrip } from "./one-trip";
import { accounts } from "./schema";

/** Between us and PostgreSQL: how often we have said something. */
async function counting() {
  const said = { times: 0 };
  const real = new URL(env().databaseUrl ?? "");
  const between = createServer((ours) => {
    const theirs = dial(Number(real.port), real.hostname);
    ours.on("data", (words) => {
      said.times++;
      theirs.write(words);
    });
    theirs.pipe(ours);
    ours.on("error", () => theirs.destroy()).on("close", () => theirs.destroy());
    theirs.on("error", () => ours.destroy()).on("close", () => ours.destroy());
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const address = between.address();
  const url = new URL(real);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return { said, url: url.href, close: () => between.close() };
}

const { said, url, close } = await counting();
const client = inOneTrip(postgres(url, { max: 2, onnotice: () => {} }));
const db = drizzle(client);
afterAll(async () => {
  await client.end({ timeout: 1 });
  close();
});

const timesFor = async (work: () => PromiseLike<unknown>) => {
  const before = said.times;
  await work();
  return said.times - before;
};

test("a statement with parameters is asked once, in a transaction as well", async () => {
  const ask = () => db.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, "Nobody")).limit(1);
  await ask();
  expect(await timesFor(ask)).toBe(1);
  await db.transaction(async (tx) => {
    const inside = () => tx.execute(sql`select ${"a"}::text, ${1}::int, ${sql.param(["b"])}::text[]`);
    expect(await timesFor(inside)).toBe(1);
    expect(await timesFor(() => Promise.all([inside(), inside(), inside()]))).toBe(1);
    await tx.transaction(async (deeper) => {
      expect(await timesFor(() => deeper.execute(sql`select ${"a"}::text`))).toBe(1);
    });
  });
});

test("what is sent arrives as it is", async () => {
  const words = ['it\'s "so"', "a\\b", "{c,d}", "", "null", " ", "ü 🙂", "line\nline"];
  const bytes = Buffer.from([0, 1, 92, 255]);
  const [row] = await db.execute(sql`select ${sql.param(words)}::text[] as words, ${words[0]}::text as word,
    ${sql.param([1, -2])}::int[] as counts, ${sql.param([])}::text[] as none, (${sql.param(["a", null])}::text[])[2] is null as gap,
    ${null}::text as nothing, ${2.5}::numeric as half, ${bytes}::bytea as bytes, ${'{"a": "b\\"c"}'}::jsonb as json,
    ${true}::boolean as truth`);
  expect(row).toEqual({
    ...{ words, word: words[0], counts: [1, -2], none: [], gap: true, nothing: null, half: "2.5" },
    ...{ bytes, json: { a: 'b"c' }, truth: true },
  });
});

test("a failure is the statement's own, and what follows is answered", async () => {
  await expect(db.execute(sql`select ${"x"}::int`)).rejects.toMatchObject({ cause: { code: "22P02" } });
  const failed = db.transaction(async (tx) => {
    await Promise.all([tx.execute(sql`select 1 / ${0}::int`), tx.execute(sql`select ${1}::int`)]);
  });
  await expect(failed).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await db.execute(sql`select ${1}::int as n`)).toEqual([{ n: 1 }]);
});

test("nobody waits behind a slow statement while another connection is free", async () => {
  const slow = db.execute(sql`select pg_sleep(${0.5}::float)`);
  const order: string[] = [];
  const quick = Array.from({ length: 3 }, () => db.execute(sql`select ${1}::int`).then(() => order.push("quick")));
  await Promise.all([...quick, slow.then(() => order.push("slow"))]);
  expect(order).toEqual(["quick", "quick", "quick", "slow"]);
});
