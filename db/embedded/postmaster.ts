import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { StartProblem } from "@/lib/env";
import { complaintIn, whatHelps } from "./complaint";
import { freePort } from "./free-port";
import { pidFile, servesFrom } from "./pid-file";
import type { Place } from "./place";
import { CLEAN, isAlive } from "./process";

export type Running = { pid: number; port: number };

export const urlOf = ({ password }: Pick<Place, "password">, port: number) =>
  `postgres://app:${password}@127.0.0.1:${port}/postgres`;

const logOf = ({ home }: Place) => path.join(home, "postgres.log");

/** The server that already works on this cluster and takes our password; `undefined` if there is none. */
export async function findRunning(place: Pick<Place, "data" | "password">): Promise<Running | undefined> {
  for (const until = Date.now() + 30_000; ; await sleep(50)) {
    const found = pidFile(place.data);
    if (!found || !servesFrom(found.pid, place.data)) return undefined;
    if (found.ready && (await accepts(urlOf(place, found.port)))) return found;
    if (Date.now() > until) {
      throw new StartProblem(`PostgreSQL (process ${found.pid}) holds ${place.data} and does not answer. End it.`);
    }
  }
}

/**
 * Starts a server on the cluster and waits until it takes connections. Nothing may be running on it: a pid file that
 * is there is a dead server's, and its number may be somebody else's by now.
 */
export async function launch(place: Place, how: { program: string; settings: Record<string, string>; port?: number }) {
  rmSync(path.join(place.data, "postmaster.pid"), { force: true });
  const port = how.port ?? (await freePort());
  const settings = Object.entries(how.settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const before = statSync(logOf(place), { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnDetached(place, how.program, ["-D", place.data, "-p", String(port), ...settings]);
  const ended = { reason: "" };
  const exited = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      ended.reason = reason;
      resolve();
    };
    child.once("exit", () => end(complaintIn(saidSince(place, before)) || "no reason given"));
    child.once("error", (error) => end(error.message));
  });
  for (const until = Date.now() + 60_000; ; await sleep(20)) {
    if (ended.reason)
      throw new StartProblem(
        `PostgreSQL did not start on ${place.data} (${ended.reason}): ${whatHelps(ended.reason)}.`,
      );
    const found = pidFile(place.data);
    if (found?.ready && found.pid === child.pid) return { pid: found.pid, port, exited, hold: () => child.ref() };
    if (Date.now() < until) continue;
    child.kill("SIGQUIT");
    throw new StartProblem(`PostgreSQL was not ready after a minute. See ${logOf(place)}.`);
  }
}

/** Nothing where its whole folder is gone by the time that it has ended. */
function saidSince(place: Place, before: number): string {
  return existsSync(logOf(place)) ? readFileSync(logOf(place)).subarray(before).toString() : "";
}

/** In a process group of its own: Ctrl-C is for us alone, who stop it after the last request. */
function spawnDetached(place: Place, program: string, args: string[]) {
  const log = openSync(logOf(place), "a", 0o600);
  try {
    const child = spawn(program, args, {
      ...place.user,
      cwd: "/",
      env: CLEAN,
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Fast shutdown (SIGINT): connections are cut, everything committed is kept. After ten seconds, at once (SIGQUIT). */
export async function stopPostmaster(pid: number, data: string) {
  const gone = () => !existsSync(path.join(data, "postmaster.pid")) && !servesFrom(pid, data);
  signalPostmaster(pid, data, "SIGINT");
  for (const until = Date.now() + 10_000; isAlive(pid) && !gone() && Date.now() < until; ) await sleep(20);
  signalPostmaster(pid, data, "SIGQUIT");
}

export function signalPostmaster(pid: number, data: string, signal: "SIGINT" | "SIGQUIT") {
  if (servesFrom(pid, data)) process.kill(pid, signal);
}

async function accepts(url: string) {
  const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}
