import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "../../say";
import { type Door, p95 } from "../looking";
import { bringText } from "./bring-text";
import { openTab, toScreen } from "./screen";

const TABS = 1000;
const BURST = 200;
const LOOKS = 20;
const GOALS = { mebibytes: 100, refetches: 2, screenMs: 1000 };

type Measuring = Door & { pid: number; lines: readonly string[] };

/** What a thousand open tabs cost, how often each asks anew for a burst, and how soon one that is seen has what came. */
export async function measureTabs({ pid, lines, ...door }: Measuring): Promise<string[]> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const before = memoryOf(pid);
  const counts = new Map<number, number>();
  const closers: (() => void)[] = [];
  try {
    for (let at = 0; at < TABS; at += 50) {
      const some = Array.from({ length: 50 }, (_, n) => at + n);
      const tabs = some.map((tab) => openTab(door, { agent, ask: () => counts.set(tab, (counts.get(tab) ?? 0) + 1) }));
      closers.push(...(await Promise.all(tabs)));
    }
    await sleep(5000);
    const mebibytes = (memoryOf(pid) - before) / 2 ** 20;
    counts.clear();
    const to = lines[0] ?? "";
    const burst = Array.from({ length: BURST }, (_, at) => ({ from: `+14045551${String(at).padStart(3, "0")}`, to }));
    const began = performance.now();
    await Promise.all(burst.map((text) => bringText(door.url, { ...text, body: "All at once" })));
    const seconds = (performance.now() - began) / 1000;
    await sleep(6000);
    const refetches = Math.max(0, ...counts.values());
    const screenMs = p95(
      await toScreen({ ...door, path: "/inbox?view=all", from: "+14045559999", to, looks: LOOKS, everyMs: 2000 }),
    );
    say(`${TABS} open tabs: ${mebibytes.toFixed(0)} MiB more of ${GOALS.mebibytes}`);
    say(
      `A burst of ${BURST} within ${seconds.toFixed(1)} s: at most ${refetches} refetches a tab of ${GOALS.refetches}`,
    );
    say(`From a text that comes in to the page that shows it: p95 ${screenMs.toFixed(0)} ms of ${GOALS.screenMs}`);
    return [
      ...(mebibytes > GOALS.mebibytes ? ["the memory of open tabs"] : []),
      ...(refetches > GOALS.refetches ? ["refetches for a burst"] : []),
      ...(screenMs > GOALS.screenMs ? ["from a text to the screen"] : []),
    ];
  } finally {
    for (const close of closers) close();
    agent.destroy();
  }
}

/** Of a process and all that it has started, in bytes (Linux). */
export function memoryOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), pages * 4096);
}
