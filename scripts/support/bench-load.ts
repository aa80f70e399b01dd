import { readFileSync } from "node:fs";
import autocannon from "autocannon";

export type Target = { name: string; url: string; cookie: string };
/** Requests a second; milliseconds of the server's own CPU a request, where the system tells (Linux). */
export type Load = { perSecond: number; cpuMs: number | undefined };

const CONNECTIONS = 4;

/** All targets in turn, several rounds: a machine that is busy for a moment disturbs one round of each alike. */
export async function loadInRounds(
  targets: Target[],
  how: { pid: number; seconds: number; rounds: number; told: (round: number) => void },
): Promise<Map<Target, Load[]>> {
  const loads = new Map(targets.map((target) => [target, [] as Load[]]));
  for (const target of targets) await load(target, how.pid, 1);
  for (let round = 1; round <= how.rounds; round++) {
    for (const target of targets) loads.get(target)?.push(await load(target, how.pid, how.seconds));
    how.told(round);
  }
  return loads;
}

async function load({ name, url, cookie }: Target, pid: number, seconds: number): Promise<Load> {
  const before = cpuMsOf(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: { cookie } });
  if (result.errors > 0 || result.non2xx > 0 || result["2xx"] === 0) {
    throw new Error(`${name}: ${result["2xx"]} answers, ${result.non2xx} refused, ${result.errors} failed`);
  }
  const after = cpuMsOf(pid);
  const cpuMs = before === undefined || after === undefined ? undefined : (after - before) / result["2xx"];
  return { perSecond: result["2xx"] / result.duration, cpuMs };
}

/** Ticks of user and system time are a hundredth of a second on every Linux (proc(5), USER_HZ). */
function cpuMsOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
