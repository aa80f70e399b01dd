import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { signed } from "@/tests/support/carrier/twilio";
import { say } from "../../say";
import { cpuMsOf } from "../load";
import { type Door, looking, p95 } from "../looking";

const PAGE = "/inbox?view=all";
const PER_SECOND = 200;
const SECONDS = 10;
const LONGEST_MS = 50;

/** A page beside them may take so many times as long as without. */
const PAGES_TIMES = 2;

/** A customer's text as the carrier brings it; answers how long that took. */
export async function bringText(url: string, text: { from: string; to: string; body: string }): Promise<number> {
  const { from: From, to: To, body: Body } = text;
  const MessageSid = `SM${randomBytes(16).toString("hex")}`;
  const { payload, signature, ...at } = signed(`${url}/api/webhooks/twilio`, { MessageSid, From, To, Body });
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  const began = performance.now();
  const answer = await fetch(at.url, { method: "POST", headers, body: payload });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the webhook answers ${answer.status}`);
  return performance.now() - began;
}

/** Two hundred texts a second come in from a thousand customers, while somebody looks at their Inbox. */
export async function measureWebhooks(door: Door & { pid: number }, lines: readonly string[]): Promise<string[]> {
  await looking(door, PAGE, 2);
  const before = p95(await looking(door, PAGE, SECONDS / 2));
  const cpu = cpuMsOf(door.pid) ?? Number.NaN;
  const coming = Array.from({ length: PER_SECOND * SECONDS }, async (_, at) => {
    await sleep((at * 1000) / PER_SECOND);
    const from = `+1404555${String(at % 1000).padStart(4, "0")}`;
    return bringText(door.url, { from, to: lines[at % lines.length] ?? "", body: `Is it ready, ${at}?` });
  });
  const [pages, texts] = await Promise.all([looking(door, PAGE, SECONDS), Promise.all(coming)]);
  const each = ((cpuMsOf(door.pid) ?? Number.NaN) - cpu) / texts.length;
  const [during, webhook] = [p95(pages), p95(texts)];
  say(
    `${PER_SECOND} texts a second: p95 ${webhook.toFixed(0)} ms of ${LONGEST_MS}; a page meanwhile ${during.toFixed(0)} ms, before ${before.toFixed(0)} ms; ${each.toFixed(1)} ms of CPU a text`,
  );
  return [
    ...(webhook > LONGEST_MS ? ["the webhook of inbound texts"] : []),
    ...(during > Math.max(LONGEST_MS, before * PAGES_TIMES) ? ["pages beside inbound texts"] : []),
  ];
}
