import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { beginningOf, isCode } from "./process";

/** Taken: call `release`. Held: by the living process `holder`. */
export type Lock = { release: () => void } | { holder: number };

/**
 * A lock file that names its process and when that process began, so that a killed holder, or another program that
 * was given its number since, never keeps the next one out.
 */
export function takeLock(file: string): Lock {
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  // A killed process of our number may have left it linked to the lock itself.
  rmSync(draft, { recursive: true, force: true });
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
    rmSync(aside, { recursive: true, force: true });
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
  const [pid = "", ...began] = content.split(/\s+/);
  const isHeld = /^\d+$/.test(pid) && began.length > 0 && isBeginning(began.join("_"), beginningOf(Number(pid)));
  return isHeld ? Number(pid) : undefined;
}

/** A Lineup from before an update may still run: it wrote no boot, and spaces in the date. */
const isBeginning = (said: string, began: string | undefined) =>
  began !== undefined && said === began.slice(0, said.length) && /^(@|$)/.test(began.slice(said.length));
