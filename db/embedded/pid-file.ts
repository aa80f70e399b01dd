import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { isAlive } from "./lock";

/** Lines 1, 4 and 8 of postmaster.pid are the process, the port and "ready". */
export function pidFile(data: string) {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** Process numbers are used again: a postmaster is one whose working folder is the cluster, also after it was moved. */
export function servesFrom(pid: number, data: string): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    if (process.platform === "linux") return false;
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)]).includes("postgres");
  } catch {
    return false;
  }
}
