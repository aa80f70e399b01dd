import { execFile, spawn } from "node:child_process";
import { createWriteStream, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";

const run = promisify(execFile);

/** `writes`: how many changes were committed while it went on. */
export type Dump = { seconds: number; bytes: number; writes: number };

type Where = { bin: string; url: string; file: string };

/**
 * What docs/operations.md tells everybody to do; only that it is read slowly, so that it goes on until `enough` has been
 * written meanwhile. By its first byte pg_dump has its snapshot.
 */
export async function dump({ bin, url, file }: Where, load: { writes: () => number; enough: number }): Promise<Dump> {
  const [began, before] = [Date.now(), load.writes()];
  const child = spawn(path.join(bin, "pg_dump"), ["--format=custom", url], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const slowly = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      yield chunk;
      await until(() => load.writes() >= before + load.enough);
    }
  };
  await pipeline(child.stdout, slowly, createWriteStream(file));
  const writes = load.writes() - before;
  if ((await ended) !== 0) throw new Error("pg_dump failed");
  return { seconds: (Date.now() - began) / 1000, bytes: statSync(file).size, writes };
}

export async function restore({ bin, url, file }: Where): Promise<number> {
  const began = Date.now();
  await run(path.join(bin, "pg_restore"), ["--no-owner", "--exit-on-error", `--dbname=${url}`, file]);
  return (Date.now() - began) / 1000;
}

/**
 * How not to do it: half of the tables, and the others when `later` has come. Restored without the constraints that would
 * have refused it.
 */
export async function tornCopy({ bin, url, file }: Where, toUrl: string, later: () => Promise<void>): Promise<void> {
  const part = async (...what: string[]) => {
    await run(path.join(bin, "pg_dump"), ["--format=custom", ...what, `--file=${file}`, url]);
    await restore({ bin, url: toUrl, file });
  };
  const tables = await tablesOf(url);
  const half = Math.ceil(tables.length / 2);
  await part("--section=pre-data");
  await part("--data-only", ...tables.slice(0, half).map((name) => `--table=public.${name}`));
  await later();
  await part("--data-only", ...tables.slice(half).map((name) => `--table=public.${name}`));
}

async function tablesOf(url: string): Promise<string[]> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await client<{ name: string }[]>`select tablename as name from pg_tables
      where schemaname = 'public' order by tablename`;
    return found.map(({ name }) => name);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** How many rows it holds, over all tables. */
export async function rowsIn(url: string): Promise<number> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await client<{ rows: number }[]>`select sum((xpath('/row/n/text()',
      query_to_xml(format('select count(*) as n from public.%I', tablename), false, true, '')))[1]::text::bigint)::float8 as rows
      from pg_tables where schemaname = 'public'`;
    return found?.rows ?? 0;
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Waits for it, a minute at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (const late = Date.now() + 60_000; !holds(); await sleep(10))
    if (Date.now() > late) throw new Error("nothing happened for a minute");
}
