import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { CLEAN, isAlive } from "./process";

/** Lines 1, 4 and 8 of postmaster.pid are the process, the port and "ready". */
export function pidFile(data: string) {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * Process numbers are used again: a postmaster is a PostgreSQL whose working folder is the cluster, also after it was
 * moved.
 */
export function servesFrom(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform !== "linux") return commandOf(pid).includes("postgres");
    return readlinkSync(`/proc/${pid}/cwd`) === data && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return false;
  }
}

const commandOf = (pid: number) => execFileSync("ps", ["-o", "command=", "-p", String(pid)], { env: CLEAN }).toString();
