import { sql } from "drizzle-orm";
import { keepBooks } from "@/lib/change";
import { say } from "../../say";
import type { Door } from "../looking";
import type { InboxCompany } from "./company";
import { memoryOf } from "./tabs";

/** Of a million texts. */
const GOALS = { seconds: 60, mebibytes: 60, firstMs: 500 };

const MOST = 1_000_000;
const LOOK_EVERY_MS = 200;

/** Reads a file to its end, and drops what it has read: how many lines, how long, and how long until the first of them. */
async function readFile({ url, cookie }: Door) {
  const began = performance.now();
  const answer = await fetch(`${url}/reports/messages/export`, { headers: { cookie } });
  if (!answer.ok || !answer.body) throw new Error(`the file answers ${answer.status}`);
  let [lines, bytes, firstMs] = [0, 0, Number.NaN];
  for await (const part of answer.body) {
    if (bytes === 0) firstMs = performance.now() - began;
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines++;
  }
  return { rows: lines - 1, bytes, firstMs, seconds: (performance.now() - began) / 1000 };
}

/** All texts of the company, as whoever has all of its lines downloads them; a part of them first, which warms up. */
export async function measureFile({ accountId, me }: InboxCompany, door: Door & { pid: number }): Promise<string[]> {
  await readFile(door);
  await keepBooks((tx) =>
    tx.execute(sql`insert into line_access (account_id, member_id, number_id)
      select account_id, ${me.memberId}::uuid, id from numbers where account_id = ${accountId}::uuid on conflict do nothing`),
  );
  const before = memoryOf(door.pid);
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(door.pid));
  }, LOOK_EVERY_MS);
  const { rows, bytes, firstMs, seconds } = await readFile(door).finally(() => clearInterval(looking));
  const mebibytes = (most - before) / 2 ** 20;
  const allowed = (GOALS.seconds * Math.max(rows, MOST / 10)) / MOST;
  say(
    `${rows.toLocaleString("en")} texts as a file of ${(bytes / 2 ** 20).toFixed(0)} MiB: ${seconds.toFixed(1)} s of ${allowed.toFixed(0)}, the first after ${firstMs.toFixed(0)} ms of ${GOALS.firstMs}; ${mebibytes.toFixed(0)} MiB more of ${GOALS.mebibytes}`,
  );
  return [
    ...(seconds > allowed ? ["the time of the history as a file"] : []),
    ...(firstMs > GOALS.firstMs ? ["the first line of the history as a file"] : []),
    ...(mebibytes > GOALS.mebibytes ? ["the memory of the history as a file"] : []),
  ];
}
