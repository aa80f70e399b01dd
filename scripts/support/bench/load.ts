import { readFileSync } from "node:fs";
import autocannon from "autocannon";

export type Target = { name: string; url: string; cookie: string };
/** Requests a second; milliseconds of the server's own CPU a request, where the system tells (Linux). */
export type Load = { perSecond: number; cpuMs: number | undefined };

const CONNECTIONS = 4;

/** One query: at both sizes, and the empty page that was measured between them. */
export type Trio = Record<"small" | "large" | "empty", Target>;
export type Measured = { name: string; loads: Record<keyof Trio, Load[]> };

type How = { pid: number; seconds: number; rounds: number; told: (round: number) => void };

/**
 * Small, empty and large one right after the other, query by query, several rounds: what else the machine is doing
 * then weighs on all three alike, and a ratio is taken only within such a trio.
 */
export async function loadInRounds(trios: (Trio & { name: string })[], how: How): Promise<Measured[]> {
  const measured = trios.map((trio) => ({ ...trio, loads: { small: [], empty: [], large: [] } as Measured["loads"] }));
  const sides = ["small", "empty", "large"] as const;
  for (const trio of trios) for (const side of sides) await warmUp(trio[side]);
  for (let round = 1; round <= how.rounds; round++) {
    for (const trio of measured) {
      for (const side of sides) trio.loads[side].push(await load(trio[side], how.pid, how.seconds));
    }
    how.told(round);
  }
  return measured;
}

/** The first requests pay for code that is loaded and compiled once. */
async function warmUp({ url, cookie }: Target) {
  for (let request = 0; request < 5; request++) await (await fetch(url, { headers: { cookie } })).arrayBuffer();
}

/** A slice without any answer says that the machine stood still, nothing about the page: it is taken again. */
async function load(target: Target, pid: number, seconds: number, again = 3): Promise<Load> {
  const { name, url, cookie } = target;
  const before = cpuMsOf(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: { cookie } });
  const answers = result["2xx"];
  if (result.errors > 0 || result.non2xx > 0 || (answers === 0 && again === 0)) {
    throw new Error(`${name}: ${answers} answers, ${result.non2xx} refused, ${result.errors} failed`);
  }
  if (answers === 0) return load(target, pid, seconds, again - 1);
  const after = cpuMsOf(pid);
  const cpuMs = before === undefined || after === undefined ? undefined : (after - before) / answers;
  return { perSecond: answers / result.duration, cpuMs };
}

/** The server and the processes it has started. */
export function cpuMsOf(pid: number): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + (cpuMsOf(Number(child)) ?? 0), ownCpuMsOf(pid));
  } catch {
    return undefined;
  }
}

/** Of one process alone: ticks of a hundredth of a second on every Linux (proc(5), USER_HZ). */
export function ownCpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
