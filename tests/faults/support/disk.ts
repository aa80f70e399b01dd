import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type Disk = { folder: string; fill: () => void; free: () => void; remove: () => void };

/** Everything that is written comes from here. */
const A_MEGABYTE = Buffer.alloc(1024 * 1024);

/** A disk of its own of that many megabytes, in memory. Needs somebody who may mount. */
export function smallDisk(folder: string, megabytes: number): Disk {
  mount(folder, megabytes);
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    // Lazily: whatever still has a file open there lets go when it ends.
    remove: () => execFileSync("umount", ["--lazy", folder]),
  };
}

const NO_DISK = "it takes a small disk, and this user may not mount one. Play it as root, on Linux.";

/** Tried with one of a megabyte. */
export function whyNoDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "lineup-disk-"));
  try {
    smallDisk(folder, 1).remove();
    return undefined;
  } catch {
    return NO_DISK;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mount(folder: string, megabytes: number) {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "lineup-faults", folder], {
      stdio: "pipe",
    });
  } catch {
    throw new Error(NO_DISK);
  }
}

/** To the last byte. */
function fill(file: string) {
  const open = openSync(file, "a");
  try {
    for (let size = A_MEGABYTE.length; size >= 1; ) {
      try {
        writeSync(open, A_MEGABYTE, 0, size);
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
        size = Math.floor(size / 16);
      }
    }
  } finally {
    closeSync(open);
  }
}
