import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { say } from "../../say";
import { cpuMsOf } from "../load";
import { type Door, looking, p95 } from "../looking";
import { bringText } from "./bring-text";
import { toScreen } from "./screen";

const PAGE = "/inbox?view=all";
const PER_SECOND = 200;
const SECONDS = 10;
const LONGEST_MS = 50;

/** A page beside them may take so many times as long as without. */
const PAGES_TIMES = 2;

/** From a text to the page of its thread, on a line on which the others come in as well. */
const SCREEN_MS = 1000;
const WATCHED = "+14045557777";

/**
 * Two hundred texts a second come in from a thousand customers: nobody else is there, and then while somebody looks at their
 * Inbox, and somebody has a thread open. As with pages, the first ones pay for code that is compiled once, and are told of alone.
 */
export async function measureWebhooks(door: Door & { pid: number }, lines: readonly string[]): Promise<string[]> {
  await looking(door, PAGE, 2);
  const before = p95(await looking(door, PAGE, SECONDS / 2));
  const first = p95(await bringMany(door, lines, 1));
  const cpu = cpuOf(door);
  const alone = await bringMany(door, lines, SECONDS / 2);
  const each = (cpuOf(door) - cpu) / alone.length;
  await bringText(door.url, { from: WATCHED, to: lines[0] ?? "", body: "Hello" });
  const watching = { ...door, ...(await watchedThread()), from: WATCHED, to: lines[0] ?? "", looks: 10, everyMs: 200 };
  const [pages, texts, seen] = await Promise.all([
    looking(door, PAGE, SECONDS),
    bringMany(door, lines, SECONDS),
    toScreen(watching),
  ]);
  const [during, webhook, screen] = [p95(pages), p95(texts), p95(seen)];
  say(
    `${PER_SECOND} texts a second, alone: p95 ${p95(alone).toFixed(0)} ms, in the first second ${first.toFixed(0)} ms; ${each.toFixed(1)} ms of the server's CPU a text`,
  );
  say(
    `${PER_SECOND} texts a second beside pages: p95 ${webhook.toFixed(0)} ms of ${LONGEST_MS}; a page meanwhile ${during.toFixed(0)} ms, before ${before.toFixed(0)} ms; its thread shows one after ${screen.toFixed(0)} ms of ${SCREEN_MS}`,
  );
  return [
    ...(webhook > LONGEST_MS ? ["the webhook of inbound texts"] : []),
    ...(during > Math.max(LONGEST_MS, before * PAGES_TIMES) ? ["pages beside inbound texts"] : []),
    ...(screen > SCREEN_MS ? ["from one of many texts to the screen"] : []),
  ];
}

const cpuOf = ({ pid }: { pid: number }) => cpuMsOf(pid) ?? Number.NaN;

/** How long each was waited for. */
const bringMany = ({ url }: Door, lines: readonly string[], seconds: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: PER_SECOND * seconds }, async (_, at) => {
      await sleep((at * 1000) / PER_SECOND);
      const from = `+1404555${String(at % 1000).padStart(4, "0")}`;
      return bringText(url, { from, to: lines[at % lines.length] ?? "", body: `Is it ready, ${at}?` });
    }),
  );

async function watchedThread() {
  const [found] = await db.execute<{ id: string }>(sql`select v.id from conversations v
    join contacts c on c.id = v.contact_id where c.phone = ${WATCHED}`);
  const thread = found?.id ?? "";
  return { thread, path: `/inbox/${thread}` };
}
