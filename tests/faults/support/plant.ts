import { pathToFileURL } from "node:url";

/** A change to one source file as a server loads it: the launcher, its worker, what stands around Next. The file stays as it is. */
export type Edit = { file: string; from: string; to: string };

/** A bug to plant, by means that need no hook in the product. */
export type Plant = {
  edits?: Edit[];
  /** Run in the database before the servers start. */
  sql?: string;
  /** For the last server that starts. */
  settings?: Record<string, string>;
  /** A table that is locked for longer than a page may take. */
  locked?: string;
  /** Emails stay where they are, so nobody waits for them to leave. */
  silent?: true;
};

/** For NODE_OPTIONS: a module that is loaded before anything else, with what it needs to know in its address. */
export function preloaded(file: string, told: unknown): string {
  const url = pathToFileURL(`tests/faults/support/${file}`);
  url.searchParams.set("told", JSON.stringify(told));
  return `--import=${url.href}`;
}

/** The launcher, where the worker is; the processes that serve pages stay as they are. */
const HERE = '!process.argv[1]?.endsWith("serve.mjs")';

/** A worker that has once seen the database fail never asks it again, nor opens a connection that was cut. */
export const NEVER_AGAIN: Edit[] = [
  { file: "lib/worker/worker.ts", from: "await bell.wait(patience);", to: "await new Promise(() => {});" },
  { file: "db/connect.ts", from: "backoff: () => 0,", to: `backoff: () => (${HERE} ? 3600 : 0),` },
  { file: "db/connect.ts", from: "onclose: lost", to: `onclose: ${HERE} ? () => undefined : lost` },
  { file: "db/connect.ts", from: "  max,\n", to: `  max: ${HERE} ? 1 : max,\n` },
];

/** Rows that are said to be written, and are not. All but a table's first: a bug that comes by chance may stay away. */
export const swallowing = (table: string) => `
  create function swallow_${table}() returns trigger language plpgsql as $$ begin if exists (select from ${table}) then return null; end if; return new; end $$;
  create trigger swallow before insert on ${table} for each row execute function swallow_${table}();`;
