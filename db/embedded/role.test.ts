import { chmodSync, rmSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { scratchFolder } from "@/tests/support/run/scratch";
import { type Embedded, startEmbedded } from "../embedded";
import { asRole, giveToRole, ROLE } from "./role";

const top = scratchFolder("role");
const dir = path.join(top, "data");
let running: Embedded;

beforeAll(async () => {
  chmodSync(top, 0o755);
  running = await startEmbedded({ dir, settings: { fsync: "off", shared_buffers: "16MB" } });
}, 60_000);

afterAll(async () => {
  await running.stop();
  rmSync(top, { recursive: true, force: true });
});

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return question(sql).finally(() => sql.end());
}

const another = async (name: string, owner: string) => {
  await ask(running.adminUrl, (sql) => sql`create database ${sql(name)} owner ${sql(owner)} template template0`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { admin: at(running.adminUrl), role: at(running.url) };
};

/** What is not the role's, of all that is the portal's. */
const others = (url: string) =>
  ask(
    url,
    (sql) => sql`
    select relname::text as name from pg_class where relnamespace::regnamespace::text in ('public', 'drizzle')
      and relkind in ('r', 'S') and relowner <> ${ROLE}::regrole
    union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace and proowner <> ${ROLE}::regrole
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    union all select collname::text from pg_collation where collnamespace = 'public'::regnamespace and collowner <> ${ROLE}::regrole`,
  );

test("the portal is a role that can do nothing but use what it owns", async () => {
  const [me] = await ask(
    running.url,
    (sql) => sql`select rolname, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as more
      from pg_roles where rolname = current_user`,
  );
  expect(me).toEqual({ rolname: ROLE, more: false });
  await expect(ask(running.url, (sql) => sql`select pg_read_file('PG_VERSION')`)).rejects.toThrow("permission denied");
  await expect(ask(running.url, (sql) => sql`create role other`)).rejects.toThrow("permission denied");
  await expect(ask(running.url, (sql) => sql`copy (select 1) to program 'true'`)).rejects.toThrow("permission denied");
});

test("its password does not lead to the superuser's", () => {
  expect(new URL(running.url).password).not.toBe(new URL(running.adminUrl).password);
  expect(asRole(running.adminUrl)).toBe(running.url);
});

test("it makes the whole schema, extensions that are there already included", async () => {
  const { admin, role } = await another("fresh", ROLE);
  await migrate(role);
  expect(await others(role)).toEqual([]);
  const prepared = await another("prepared", ROLE);
  await ask(prepared.admin, (sql) =>
    sql.unsafe("create extension pg_trgm; create extension btree_gin; create extension unaccent"),
  );
  await migrate(prepared.role);
  await migrate(prepared.role);
  expect(await others(admin)).toEqual([]);
});

test("a database that a superuser made comes to be its own, with its rows, and goes on being migrated", async () => {
  const { admin, role } = await another("older", "app");
  await migrate(admin);
  await ask(admin, (sql) => sql`insert into throttles (key, used, resets_at) values ('kept', 1, now())`);
  expect((await others(admin)).length).toBeGreaterThan(20);
  await giveToRole(admin);
  await giveToRole(admin);
  expect(await others(admin)).toEqual([]);
  expect(await ask(role, (sql) => sql`update throttles set used = 2 returning key`)).toEqual([{ key: "kept" }]);
  await ask(role, (sql) => sql`alter table throttles add column more int`);
  await migrate(role);
});
