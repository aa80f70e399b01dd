import { createHmac } from "node:crypto";
import postgres from "postgres";

/** Who the portal is to PostgreSQL: it owns its tables, and can do no more. */
export const ROLE = "lineup";

/** The same database as that role. Its password follows from the superuser's, and doesn't lead back to it. */
export function asRole(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update(ROLE).digest("base64url");
  url.username = ROLE;
  return url.href;
}

/** Makes the role and gives it the database with all that is in it, unless it has that already; all or nothing. */
export async function giveToRole(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [database] = await sql<{ name: string; owner: string }[]>`
      select datname as name, datdba::regrole::text as owner from pg_database where datname = current_database()`;
    if (!database || database.owner === ROLE) return;
    await sql.begin(async (tx) => {
      await tx.unsafe(`do $$ begin create role ${ROLE}; exception when duplicate_object then null; end $$`);
      await tx.unsafe(`alter role ${ROLE} login password '${new URL(asRole(adminUrl)).password}'`);
      await tx`alter database ${tx(database.name)} owner to ${tx(ROLE)}`;
      for (const { run } of await owned(tx)) await tx.unsafe(run);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What was made while a superuser was the portal: all that is no extension's, and no sequence of a table's own. */
const owned = (sql: postgres.TransactionSql) => sql<{ run: string }[]>`
  with mine as (select oid, nspname from pg_namespace where nspname in ('public', 'drizzle')),
  kept as (select objid from pg_depend where deptype = 'e' or (deptype in ('a', 'i') and classid = 'pg_class'::regclass))
  select format('alter schema drizzle owner to %I', ${ROLE}::text) as run from mine where nspname = 'drizzle'
  union all select format('alter table %I.%I owner to %I', nspname, relname, ${ROLE}::text)
    from pg_class join mine on mine.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'S') and not exists (select from kept where objid = pg_class.oid)
  union all select format('alter type %I.%I owner to %I', nspname, typname, ${ROLE}::text)
    from pg_type join mine on mine.oid = typnamespace
    where typtype in ('e', 'd') and not exists (select from kept where objid = pg_type.oid)
  union all select format('alter collation %I.%I owner to %I', nspname, collname, ${ROLE}::text)
    from pg_collation join mine on mine.oid = collnamespace
  union all select format('alter routine %s owner to %I', pg_proc.oid::regprocedure, ${ROLE}::text)
    from pg_proc join mine on mine.oid = pronamespace where not exists (select from kept where objid = pg_proc.oid)`;
