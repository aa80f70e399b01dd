import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql, type TransactionSql } from "postgres";
import type { FunctionSet } from "./functions";

/** Shorter than PostgreSQL waits before it looks for a deadlock: whoever is at work on a table meanwhile goes first. */
const PATIENCE_MS = 500;
const TRIES = 120;

/** Makes the database's functions and triggers what the files say, unless they are that already or newer. */
export async function applyFunctions(client: Sql, wanted: FunctionSet): Promise<void> {
  await client`create table if not exists drizzle.functions (hash text not null, changed_at bigint not null)`;
  const [current] = await client<{ hash: string; changedAt: string }[]>`
    select hash, changed_at as "changedAt" from drizzle.functions`;
  if (current && (current.hash === wanted.hash || Number(current.changedAt) > wanted.changedAt)) return;
  for (let tries = 1; ; tries++) {
    try {
      await client.begin((tx) => replaceAll(tx, wanted));
      return;
    } catch (error) {
      if (tries === TRIES || !(error instanceof postgres.PostgresError) || error.code !== LOCK_NOT_AVAILABLE)
        throw error;
    }
    await pause(PATIENCE_MS);
  }
}

const LOCK_NOT_AVAILABLE = "55P03";

async function replaceAll(tx: TransactionSql, { files, hash, changedAt }: FunctionSet): Promise<void> {
  await tx.unsafe(`set local lock_timeout = ${PATIENCE_MS}`);
  const before = await indexed(tx);
  for (const { sql } of files) await tx.unsafe(sql);
  await dropOthers(tx);
  const after = new Map((await indexed(tx)).map(({ index, text }) => [index, text]));
  for (const { index, text } of before) if (after.get(index) !== text) await tx.unsafe(`reindex index ${index}`);
  await tx`delete from drizzle.functions`;
  await tx`insert into drizzle.functions (hash, changed_at) values (${hash}, ${changedAt})`;
}

/** What no file makes any more: all that this transaction has not made. Triggers first, which need their functions. */
async function dropOthers(tx: TransactionSql): Promise<void> {
  const others = await tx<{ run: string }[]>`
    select format('drop trigger %I on %s', tgname, tgrelid::regclass) as run from pg_trigger
      join pg_class on pg_class.oid = tgrelid
      where relnamespace = 'public'::regnamespace and not tgisinternal and pg_trigger.xmin <> pg_current_xact_id()::xid
    union all select format('drop function %s', oid::regprocedure) from pg_proc
      where pronamespace = 'public'::regnamespace and xmin <> pg_current_xact_id()::xid
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`;
  for (const { run } of others) await tx.unsafe(run);
}

/** Indexes over what a function answers, and that function: with another one they would hold what it no longer says. */
const indexed = (tx: TransactionSql) => tx<{ index: string; text: string }[]>`
  select objid::regclass::text as index, string_agg(prosrc, '' order by pg_proc.oid) as text from pg_depend
    join pg_index on indexrelid = objid join pg_proc on pg_proc.oid = refobjid
    where classid = 'pg_class'::regclass and refclassid = 'pg_proc'::regclass
      and pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')
    group by objid`;
