import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Taken: call `release`. Held: by the living process `holder`. */
export type Lock = { release: () => void } | { holder: number };

/**
 * A lock file that names its process and when that process began, so that a killed holder, or another program that
 * was given its number since, never keeps the next one out.
 */
export function takeLock(file: string): Lock {
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (created(() => linkSync(draft, file))) return { release: () => release(file, mine) };
      const holder = livingHolder(read(file));
      if (holder !== undefined) return { holder };
      const taken = seize(file);
      if (taken !== undefined) return { holder: taken };
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's file away; gives the holder when a living one came in between, with its file put back. */
function seize(file: string): number | undefined {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    const holder = livingHolder(read(aside));
    if (holder !== undefined) created(() => linkSync(aside, file));
    return holder;
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    return undefined;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string, mine: string) {
  if (read(file) === mine) rmSync(file, { force: true });
}

function created(make: () => void) {
  try {
    make();
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

function read(file: string) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function livingHolder(content: string): number | undefined {
  const [pid = "", ...start] = content.split(" ");
  const known = /^\d+$/.test(pid) && start.join(" ") === startOf(Number(pid));
  return known && isAlive(Number(pid)) ? Number(pid) : undefined;
}

export function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** When a process began: clock ticks since boot on Linux, a date elsewhere, "" when it is gone. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    if (process.platform === "linux") return "";
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "";
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;
