import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import path from "node:path";

/**
 * Where Linux keeps files in memory. A database is two thousand files, and a disk takes long over the names of new ones
 * just after as many were removed: that was a fifth of all that a run of the tests did.
 */
const MEMORY = "/dev/shm";

/** Several times what the clusters of a run take. */
const ENOUGH = 4 * 1024 ** 3;

/** Whether there is so much memory to spare that files may lie in it. */
export function hasMemory(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  // What nobody limits is told as nothing, or as more than any machine has.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(bavail * bsize, freemem(), limit) >= ENOUGH;
}

/** A new folder for what is gone after the run: in memory where there is enough of it. */
export const scratchFolder = (name: string): string =>
  mkdtempSync(path.join(hasMemory() ? MEMORY : tmpdir(), `lineup-${name}-`));
