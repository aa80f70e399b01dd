import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { calm } from "@/tests/support/run/calm";
import { say } from "../../say";
import { type Door, p95 } from "../looking";
import { bringText } from "./webhooks";

const TABS = 1000;
const BURST = 200;
const GOALS = { mebibytes: 100, refetches: 2, screenMs: 1000 };

/** An open page as far as the server knows: its stream, and how often it would ask anew. */
async function openTab({ url, cookie }: Door, agent: Agent, ask: () => void) {
  const asking = calm(ask);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${url}/api/live`, { agent, headers: { cookie, accept: "text/event-stream" } }, resolve)
      .on("error", reject)
      .end();
  });
  if (answer.statusCode !== 200) throw new Error(`a stream answers ${answer.statusCode}`);
  answer.setEncoding("utf8").on("data", (piece: string) => {
    if (/^event: (changed|anew)$/m.test(piece)) asking.ask();
  });
  // It is ended by us, or with the server.
  answer.on("error", () => {});
  return () => {
    asking.stop();
    answer.destroy();
  };
}

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
      const tabs = some.map((tab) => openTab(door, agent, () => counts.set(tab, (counts.get(tab) ?? 0) + 1)));
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
    const screenMs = p95(await toScreen(door, agent, to));
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

const LOOKS = 20;

/** A text every two seconds, seen on one tab more: told, asked for, and in the page. */
async function toScreen(door: Door, agent: Agent, to: string): Promise<number[]> {
  const waiting = { words: "", seen: () => {} };
  const page = async () =>
    (await fetch(`${door.url}/inbox?view=all`, { headers: { cookie: door.cookie } })).text().then((html) => {
      if (waiting.words && html.includes(waiting.words)) waiting.seen();
    });
  const close = await openTab(door, agent, () => void page().catch(() => undefined));
  const took: number[] = [];
  for (let at = 0; at < LOOKS; at++) {
    await sleep(2000);
    const body = `Seen at once, ${at}?`;
    const began = performance.now();
    const isSeen = new Promise<void>((resolve) => Object.assign(waiting, { words: body, seen: resolve }));
    await bringText(door.url, { from: "+14045559999", to, body });
    await Promise.race([isSeen, sleep(10_000)]);
    took.push(performance.now() - began);
  }
  close();
  return took;
}

/** Of a process and all that it has started, in bytes (Linux). */
export function memoryOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), pages * 4096);
}
