import { existsSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "@/lib/env";
import { binaries } from "./embedded/binaries";
import { makeCluster } from "./embedded/cluster";
import { adopt, keepRunning } from "./embedded/keep-running";
import { takeLock } from "./embedded/lock";
import { keptIn, openFolder, placeOf, SHARED } from "./embedded/place";
import { findRunning, urlOf } from "./embedded/postmaster";
import { asRole, giveToRole } from "./embedded/role";

export type Embedded = {
  /** As the role that owns the portal's tables. */
  url: string;
  /** As the superuser, who makes databases for tests. */
  adminUrl: string;
  port: number;
  /** It was running already, left behind by a launcher that was killed. */
  reused: boolean;
  /** Ends it and waits; at most ten seconds. May be called more than once. */
  stop: () => Promise<void>;
  /** Asks it to end without waiting, for a process that has no time left. */
  interrupt: () => void;
};

/** What goes into the log there may hold names and addresses of people: so no statements and no details. */
const DEFAULTS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  jit: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/**
 * PostgreSQL for one computer: kept under `dir`, answering on 127.0.0.1 only, never as root. `settings` are server
 * settings, such as `fsync: "off"` for tests. Refuses when another process has it open.
 */
export async function startEmbedded(options: { dir: string; settings?: Record<string, string> }): Promise<Embedded> {
  const dir = openFolder(path.resolve(options.dir));
  const locks = [lock(dir)];
  const release = () => {
    for (const each of locks.splice(0)) each();
  };
  try {
    const place = placeOf(dir);
    locks.push(lock(place.home));
    const settings: Record<string, string> = { ...DEFAULTS, ...options.settings };
    const programs = binaries(place.user, place.user ? SHARED : dir);
    await makeCluster(place, programs, settings.fsync === "off");
    const found = await findRunning(place);
    const kept = found ? adopt(found, place) : await keepRunning(place, { program: programs.postgres, settings });
    const adminUrl = urlOf(place, kept.port);
    await giveToRole(adminUrl).catch((error: unknown) =>
      kept.stop().then(() => {
        throw error;
      }),
    );
    return {
      url: asRole(adminUrl),
      adminUrl,
      port: kept.port,
      reused: found !== undefined,
      stop: once(() => kept.stop().finally(release)),
      interrupt: kept.interrupt,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The address of the embedded database that somebody else has started, for a second process beside it. */
export async function findEmbedded(dir: string): Promise<string | undefined> {
  if (!existsSync(dir)) return undefined;
  const real = realpathSync(dir);
  const kept = keptIn(real);
  if (!kept) return undefined;
  const home = kept.home ?? path.join(real, "postgres");
  const found = await findRunning({ data: path.join(home, "data"), password: kept.password });
  return found && asRole(urlOf(kept, found.port));
}

/** Deletes the stopped database of `dir` and everything else in `dir`, also what is kept elsewhere for it. */
export function removeEmbedded(dir: string) {
  if (!existsSync(dir)) return;
  const home = keptIn(realpathSync(dir))?.home;
  for (const each of home ? [home, dir] : [dir]) rmSync(each, { recursive: true, force: true });
}

function lock(folder: string) {
  const taken = takeLock(path.join(folder, "lock"));
  if ("release" in taken) return taken.release;
  throw new StartProblem(
    `Lineup is already running on ${folder} (process ${taken.holder}). End it, or set DATA_DIR to another folder.`,
  );
}

function once(work: () => Promise<void>) {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
