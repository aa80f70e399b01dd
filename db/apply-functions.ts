import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { StartProblem } from "@/lib/env";
import type { FunctionSet } from "./functions";

/** Shorter than PostgreSQL waits before it looks for a deadlock: whoever is at work on a table meanwhile goes first. */
const PATIENCE_MS = 500;
const TRIES = 120;

/** Makes the database's functions and triggers what the files say, unless they are that already or newer. */
export async function applyFunctions(client: Sql, wanted: FunctionSet): Promise<void> {
  await client`create table if not exists drizzle.functions (hash text not null, changed_at bigint not null)`;
  await client`alter table drizzle.functions add column if not exists names text[] not null default '{}'`;
  const [current] = await client<{ hash: string; changedAt: string }[]>`
    select hash, changed_at as "changedAt" from drizzle.functions`;
  if (current && (current.hash === wanted.hash || Number(current.changedAt) > wanted.changedAt)) return;
  for (let tries = 1; ; tries++) {
    try {
      await client.begin((tx) => replaceAll(tx, wanted));
      return;
    } catch (error) {
      if (!(error instanceof postgres.PostgresError) || !HELD.has(error.code)) throw error;
      if (tries === TRIES)
        throw new StartProblem(
          "The database's functions can't be renewed: something holds its tables. Start again later.",
        );
    }
    await pause(PATIENCE_MS);
  }
}

/** A lock that could not be had, and a deadlock that PostgreSQL found first. */
const HELD = new Set(["55P03", "40P01"]);

async function replaceAll(tx: TransactionSql, { files, hash, changedAt, migrated }: FunctionSet): Promise<void> {
  await tx.unsafe(`set local lock_timeout = ${PATIENCE_MS}`);
  const before = await indexed(tx);
  for (const { sql } of files) await tx.unsafe(sql);
  const names = await madeNow(tx);
  const [last] = await tx<{ names: string[] }[]>`select names from drizzle.functions`;
  await dropFormer(tx, [...names, ...migrated, ...(last?.names ?? [])]);
  const after = new Map((await indexed(tx)).map(({ index, text }) => [index, text]));
  for (const { index, text } of before) if (after.get(index) !== text) await tx.unsafe(`reindex index ${index}`);
  await tx`delete from drizzle.functions`;
  await tx`insert into drizzle.functions (hash, changed_at, names) values (${hash}, ${changedAt}, ${names})`;
}

async function madeNow(tx: TransactionSql): Promise<string[]> {
  const made = await tx<{ name: string }[]>`select distinct proname::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and xmin = pg_current_xact_id()::xid`;
  return made.map(({ name }) => name);
}

/**
 * What was Lineup's and no file makes any more: not made by this transaction, and by name its own, now or once. Whatever
 * else somebody keeps in their database stays. Triggers first, which need their functions.
 */
async function dropFormer(tx: TransactionSql, ours: readonly string[]): Promise<void> {
  const former = await tx<{ run: string }[]>`
    with ours as (select oid, xmin from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
      and proname = any(${[...ours]}) and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e'))
    select format('drop trigger %I on %s', tgname, tgrelid::regclass) as run from pg_trigger
      join ours on ours.oid = tgfoid where not tgisinternal and pg_trigger.xmin <> pg_current_xact_id()::xid
    union all select format('drop function %s', oid::regprocedure) from ours where xmin <> pg_current_xact_id()::xid`;
  for (const { run } of former) await tx.unsafe(run);
}

/** Indexes over what a function answers, and that function: with another one they would hold what it no longer says. */
const indexed = (tx: TransactionSql) => tx<{ index: string; text: string }[]>`
  select objid::regclass::text as index, string_agg(prosrc, '' order by pg_proc.oid) as text from pg_depend
    join pg_index on indexrelid = objid join pg_proc on pg_proc.oid = refobjid
    where classid = 'pg_class'::regclass and refclassid = 'pg_proc'::regclass
      and pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')
    group by objid`;
