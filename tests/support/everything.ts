import { sql } from "drizzle-orm";
import { db } from "@/db";

/** Kept beside what people see: counters of tries, and the answers to forms. */
const BOOKS = ["throttles", "once_keys", "sending_slots"];

/** What logging in leaves behind. */
const ENTRY = ["sessions", "logins", "login_counts"];

type Wish = { butEntry?: boolean };

/** All that the database holds, a digest a table: the same twice, nothing has changed in between. `butEntry`: whoever logs in. */
export async function everything({ butEntry = false }: Wish = {}): Promise<Record<string, string>> {
  const found = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const left = butEntry ? [...BOOKS, ...ENTRY] : BOOKS;
  const names = found.map(({ name }) => name).filter((name) => !left.includes(name));
  const digests = names.map(async (name) => {
    const row = butEntry ? sql`to_jsonb(r) - 'last_login_at' - 'revision'` : sql`to_jsonb(r)`;
    const which = butEntry && name === "audit_events" ? sql`where r.action <> 'session.opened'` : sql``;
    const [all] = await db.execute<{ digest: string }>(
      sql`select count(*) || ' ' || md5(coalesce(string_agg((${row})::text, '|' order by (${row})::text), '')) as digest
        from ${sql.identifier(name)} r ${which}`,
    );
    return [name, all?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
