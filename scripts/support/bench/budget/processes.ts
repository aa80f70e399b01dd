import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/db";

const read = (file: string) => readFileSync(file, "utf8");

const childrenOf = (pid: number) => read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);

/** What a launcher and its serving processes hold, in MiB: proportionally, where pages are shared (proc_pid_smaps(5)). */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  const programs = childrenOf(pid).filter((child) => read(`/proc/${child}/comm`).trim() === "node");
  return Number(kilobytes) / 1024 + programs.reduce((sum, child) => sum + memoryOf(child), 0);
}

/** The process that starts all of PostgreSQL's others, on this machine. */
export async function postmaster(): Promise<number> {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const [, parent] = /^PPid:\s+(\d+)/m.exec(read(`/proc/${row?.pid}/status`)) ?? [];
  return Number(parent);
}
