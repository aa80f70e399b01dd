import { availableParallelism } from "node:os";
import type { Count } from "./count";

/** `after`: what must have ended; `needs`: what must have passed, or it isn't begun at all. */
export type Job = { name: string; after?: string[]; needs?: string[]; work: () => Promise<Count> };

/** Even a single core has something to do while one of two waits. */
const AT_ONCE = Math.max(2, availableParallelism());

/**
 * Runs jobs that don't need each other at once, as many as there are cores: whenever one ends, the first in the list
 * whose turn has come. The counts are in the order of the list; a job that was not begun has none.
 */
export async function allAtOnce(jobs: Job[], most = AT_ONCE): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  const ended = new Set<string>();
  const passed = (name: string) => counts.get(name)?.failed === 0;
  const waiting = [...jobs];
  const running = new Map<string, Promise<void>>();
  const isReady = ({ after = [], needs = [] }: Job) => [...after, ...needs].every((name) => ended.has(name));
  const begin = async ({ name, needs = [], work }: Job) => {
    if (needs.every(passed)) counts.set(name, await work());
    ended.add(name);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < most ? waiting.find(isReady) : undefined;
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const ending = begin(next).then(() => void running.delete(next.name));
      running.set(next.name, ending);
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`Nothing ends what these wait for: ${waiting.map(({ name }) => name).join(", ")}`);
  }
  return counts;
}
