import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Env, env, readDotEnv, StartProblem } from "@/lib/env";
import { isAbsent } from "@/lib/web/server/listen";
import { complain } from "./say";

/** The settings, or a problem for whatever in them or in this Node cannot work. */
export function checkedEnv(): Env {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new StartProblem(`Lineup needs Node 20.9 or later; this is ${process.versions.node}.`);
  }
  readDotEnv();
  const settings = env();
  if (!settings.embedded && !settings.hasAuthSecret) {
    throw new StartProblem("AUTH_SECRET is not set. With DATABASE_URL it is needed: 32 random characters or more.");
  }
  return settings;
}

/** At every address that will be listened on; none is all of them. */
export async function checkPort(port: number, hosts: string[]): Promise<void> {
  for (const host of hosts.length > 0 ? hosts : [undefined]) await probe(port, host, hosts.length > 1);
}

/** Of several addresses one may be missing, where IPv6 is switched off. */
function probe(port: number, host: string | undefined, mayBeAbsent: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) =>
      mayBeAbsent && isAbsent(error) ? resolve() : reject(portProblem({ port, host }, error)),
    );
    server.listen({ port, host }, () => server.close(() => resolve()));
  });
}

function portProblem({ port, host }: { port: number; host: string | undefined }, error: NodeJS.ErrnoException) {
  const { code, message } = error;
  if (isAbsent(error) || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new StartProblem(
      `HOST is ${host}, which is no address of this computer. Set it to one, or to 0.0.0.0 for all.`,
    );
  if (code === "EADDRINUSE")
    return new StartProblem(`Port ${port} is in use. End what uses it, or set PORT to another.`);
  if (code === "EACCES")
    return new StartProblem(`Port ${port} needs more rights than this user has. Set PORT to another.`);
  return new StartProblem(`Port ${port} cannot be opened: ${message}.`);
}

/** PostgreSQL 15 or later that answers within five seconds. */
export async function checkDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const asked = client<{ version: number; more: string }[]>`
    select current_setting('server_version_num')::int as version, concat_ws(', ', case when rolsuper then 'superuser' end,
      case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end,
      case when rolreplication then 'replication' end, case when rolbypassrls then 'bypassrls' end) as more
    from pg_roles where rolname = current_user`;
  try {
    const rows = await Promise.race([asked, sleep(5000, undefined, { ref: false })]);
    if (!rows) throw new Error("it does not answer");
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error("it is older than PostgreSQL 15");
    if (rows[0]?.more)
      complain(
        `The role in DATABASE_URL may do more than Lineup needs (${rows[0].more}): see Deploying in README.md for one that owns its tables and no more.`,
      );
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new StartProblem(`The database at DATABASE_URL (${placeOf(url)}) cannot be used: ${why}.`);
  } finally {
    // Not waited for: a connection that never opens would not close either.
    asked.catch(() => {});
    void client.end({ timeout: 0 });
  }
}

/** Host and name, never the password. */
function placeOf(url: string) {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
