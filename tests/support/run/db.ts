import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { asRole, ROLE } from "@/db/embedded/role";
import { refuseRemote } from "./env";

/** The address of another database on the PostgreSQL that `url` names for its superuser, as the portal's role. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(asRole(url));
  other.pathname = `/${name}`;
  return other.href;
}

/** A database of one's own, a copy of the template: some 100 ms. Drop it when done. */
export async function cloneDatabase(
  url: string,
  template: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `lineup_test_${randomBytes(6).toString("hex")}`;
  await administer(
    url,
    (sql) => sql`create database ${sql(name)} owner ${sql(ROLE)} template ${sql(template)} strategy wal_log`,
  );
  return { url: databaseAt(url, name), drop: () => dropDatabase(url, name) };
}

export const createDatabase = (url: string, name: string) =>
  administer(url, (sql) => sql`create database ${sql(name)} owner ${sql(ROLE)} template template0`);

export const hasDatabase = (url: string, name: string): Promise<boolean> =>
  administer(url, (sql) => sql`select from pg_database where datname = ${name}`).then(({ length }) => length > 0);

/** Also when something is still connected: what a test left open must not keep the next run from starting clean. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

async function administer<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  refuseRemote(url);
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
