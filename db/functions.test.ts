import { readdirSync, readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "@/lib/env";
import { applyFunctions } from "./apply-functions";
import { editionHere, functionsHere } from "./functions";
import { migrate } from "./migrate";

const client = postgres(env().databaseUrl ?? "", { max: 3, onnotice: () => {} });
afterAll(() => client.end());

const here = functionsHere();

/** Every function and trigger of ours, with all that PostgreSQL knows of it. */
const running = (sql: Sql) => sql<{ name: string; def: string; runs: string; isNew: boolean }[]>`
  select proname as name, pg_get_functiondef(oid) as def, proname as runs, xmin = pg_current_xact_id()::xid as "isNew"
    from pg_proc where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  union all select tgname, pg_get_triggerdef(t.oid), proname, t.xmin = pg_current_xact_id()::xid
    from pg_trigger t join pg_proc on pg_proc.oid = tgfoid where not tgisinternal
  order by 1, 2`;

/** What `work` says, of a transaction of which nothing is kept. */
async function tried<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
  const tx = await client.reserve();
  await tx`begin`;
  return work(tx).finally(async () => {
    await tx`rollback`;
    tx.release();
  });
}

test("the edition is that of the files: after a change in db/functions run `npm run db:functions`", () => {
  expect(editionHere().hash).toBe(here.hash);
});

test("what runs is what stands in the files, and nothing else runs", async () => {
  const now = await running(client);
  const made = await tried(async (tx) => {
    for (const { sql } of here.files) await tx.unsafe(sql);
    return running(tx);
  });
  const defs = (rows: typeof now) => rows.map(({ name, def }) => `${name}: ${def}`);
  expect(defs(now)).toEqual(defs(made));
  expect(made.filter(({ isNew }) => !isNew).map(({ name }) => name)).toEqual([]);
});

test.each(here.files)("$name makes the function that it is named after, with its triggers", async ({ name, sql }) => {
  const made = await tried(async (tx) => {
    await tx.unsafe(sql);
    return (await running(tx)).filter(({ isNew }) => isNew);
  });
  expect(new Set(made.map(({ runs }) => runs))).toEqual(new Set([name.replace(".sql", "").replaceAll("-", "_")]));
});

test("each is named in db/schema, where the column is that it keeps, or by the function that calls it", () => {
  const files = readdirSync("db/schema", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const schema = files.map((file) => readFileSync(`db/schema/${file}`, "utf8"));
  const nameless = here.files.filter(({ name }) => {
    const call = `${name.replace(".sql", "").replaceAll("-", "_")}(`;
    const others = here.files.filter((other) => other.name !== name).map(({ sql }) => sql);
    return !schema.some((text) => text.includes(`\`${name}\``)) && !others.some((sql) => sql.includes(call));
  });
  expect(nameless).toEqual([]);
});

const SHOUTING = {
  name: "search-pairs.sql",
  sql: `create or replace function search_pairs(text) returns text[] language sql immutable parallel safe as
    $$ select array[upper($1)] $$;
    create or replace function stray() returns trigger language plpgsql as $$ begin return new; end $$;
    create or replace trigger strays before insert on numbers for each row execute function stray()`,
};
const others = here.files.filter(({ name }) => name !== SHOUTING.name);
const another = { ...here, files: [...others, SHOUTING], hash: "another", changedAt: here.changedAt - 1 };

const names = async () => (await running(client)).map(({ name }) => name);
const madeHere = await names();
const indexFile = async () => (await client`select pg_relation_filenode('members_by_pairs') as file`)[0]?.file;

/** The functions of another version are there. */
async function comeFrom(set: typeof here) {
  await client`update drizzle.functions set hash = 'none', changed_at = 0`;
  await applyFunctions(client, set);
}

beforeEach(() => comeFrom(here));

test("a start with other functions replaces them, drops what no file makes, and builds their indexes anew", async () => {
  const before = await indexFile();
  await comeFrom(another);
  expect(await names()).toEqual([...madeHere, "stray", "strays"].sort());
  expect(await indexFile()).not.toBe(before);
  await migrate(env().databaseUrl ?? "");
  expect(await names()).toEqual(madeHere);
  const [kept] = await client`select search_pairs('ab') as pairs, (select hash from drizzle.functions) as hash`;
  expect(kept).toEqual({ pairs: ["a", "b", "ab", "b"], hash: here.hash });
});

test("what somebody else keeps in the database stays there", async () => {
  await client`create function theirs() returns trigger language plpgsql as $$ begin return new; end $$`;
  await client`create trigger theirs before insert on numbers for each row execute function theirs()`;
  await client`create procedure their_report() language sql as 'select 1'`;
  await comeFrom(another);
  await comeFrom(here);
  const kept = await client`select proname as name from pg_proc where proname in ('theirs', 'their_report') order by 1`;
  expect(kept.map(({ name }) => name)).toEqual(["their_report", "theirs"]);
  await client`drop trigger theirs on numbers`;
  await client`drop function theirs`;
  await client`drop procedure their_report`;
});

test("an index stays as it is when another function changes", async () => {
  const before = await indexFile();
  await comeFrom({ ...here, files: here.files.map(({ name, sql }) => ({ name, sql: `${sql}\n-- Another word.` })) });
  expect(await indexFile()).toBe(before);
});

test("a start with the same functions changes nothing, and one with older ones neither", async () => {
  const rows = () => client`select oid, xmin from pg_proc where proname = 'search_pairs'`;
  const before = await rows();
  await Promise.all([1, 2].map(() => migrate(env().databaseUrl ?? "")));
  await applyFunctions(client, another);
  expect(await rows()).toEqual(before);
});

test("whoever is at work goes first: a start waits for them, and nobody is caught in a deadlock", async () => {
  const at = await client.reserve();
  await at`begin`;
  await at`lock table users in row exclusive mode`;
  const starting = comeFrom(another);
  await waiting();
  await at`lock table accounts, members, groups, outbox, links in row exclusive mode`;
  await at`commit`;
  at.release();
  await starting;
  expect(await names()).toContain("strays");
});

/** Until the start has come to a lock that it can't have. */
async function waiting() {
  const held = () => client`select from pg_locks where not granted and database = (select oid from pg_database
    where datname = current_database())`;
  while ((await held()).length === 0);
}
