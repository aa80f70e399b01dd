import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { binaries } from "@/db/embedded/binaries";
import { makeCluster } from "@/db/embedded/cluster";
import { placeOf, SHARED } from "@/db/embedded/place";
import { launch, signalPostmaster, stopPostmaster, urlOf } from "@/db/embedded/postmaster";
import { asRole, giveToRole } from "@/db/embedded/role";

/** `fsync` is for power cuts; what a process has written outlives its kill -9 without it. Commits do wait for the write. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  jit: "off",
  fsync: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/** Several times what it takes to begin anew here. */
const PATIENCE_MS = 20_000;

export type Killable = {
  /** Of the database in it, as the portal's role, whether it runs or not. */
  url: string;
  /** Of its superuser. */
  adminUrl: string;
  /** Its log. */
  log: string;
  /** Ends postmaster and children with -9, as they are. */
  kill: () => Promise<void>;
  /** Again on the same folder and port; resolves at its first answer. */
  start: () => Promise<void>;
  /**
   * Once what ended it is over: resolves when it answers, by itself or started again as often as it gave up. One that
   * hangs at its start, as 18.4 may after a disk that was full, is ended first.
   */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A PostgreSQL on the cluster in `dir`, made if there is none, that may be killed and comes back only when it is told to. */
export async function startKillable(
  dir: string,
  database: string,
  own: Record<string, string> = {},
): Promise<Killable> {
  const place = placeOf(dir);
  const programs = binaries(place.user, place.user ? SHARED : dir);
  await makeCluster(place, programs, true);
  const how = { program: programs.postgres, settings: { ...SETTINGS, ...own } };
  let running = await launch(place, how);
  const { port } = running;
  const adminUrl = urlOf(place, port);
  await giveToRole(adminUrl);
  const url = new URL(asRole(adminUrl));
  url.pathname = `/${database}`;
  const again = async () => {
    running = await launchAgain(() => launch(place, { ...how, port }));
  };
  const kill = async () => {
    for (const pid of [running.pid, ...childrenOf(running.pid)]) killNow(pid);
    await running.exited;
  };
  return {
    url: url.href,
    adminUrl,
    log: `${place.home}/postgres.log`,
    kill,
    start: async () => {
      await again();
      await answers(url.href);
    },
    revive: () => {
      let patientUntil = Date.now() + PATIENCE_MS;
      return answers(url.href, async () => {
        if (Date.now() > patientUntil) await kill();
        if (!(await Promise.race([running.exited.then(() => true), sleep(0, false)]))) return;
        await again();
        patientUntil = Date.now() + PATIENCE_MS;
      });
    },
    stop: async () => {
      await stopPostmaster(running.pid, place.data);
      signalPostmaster(running.pid, place.data, "SIGQUIT");
      // Its folder may go next, which it has to its very end.
      const waiting = new AbortController();
      await Promise.race([running.exited, sleep(10_000, undefined, { signal: waiting.signal })]);
      waiting.abort();
    },
  };
}

/** Children that were killed a moment ago may still hold its memory. */
async function launchAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(200);
    }
  }
}

async function answers(url: string, meanwhile?: () => Promise<void>) {
  for (const until = Date.now() + 120_000; ; await sleep(10)) {
    await meanwhile?.();
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    const found = await client`select 1`.catch(() => undefined).finally(() => client.end({ timeout: 1 }));
    if (found) return;
    if (Date.now() > until) throw new Error("PostgreSQL did not come back");
  }
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="]).toString().trim().split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

function killNow(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
