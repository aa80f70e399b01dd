import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { aboutOf, calm } from "@/tests/support/run/calm";
import type { Door } from "../looking";
import { bringText } from "./bring-text";

type Tab = { agent: Agent; ask: () => void /** The thread that it shows. */; thread?: string };

/** An open page as far as the server knows: its stream, and how often it would ask anew. */
export async function openTab({ url, cookie }: Door, { agent, ask, thread }: Tab) {
  const asking = calm(ask);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${url}/api/live`, { agent, headers: { cookie, accept: "text/event-stream" } }, resolve)
      .on("error", reject)
      .end();
  });
  if (answer.statusCode !== 200) throw new Error(`a stream answers ${answer.statusCode}`);
  answer.setEncoding("utf8").on("data", (piece: string) => {
    const [, names] = /^event: changed\ndata: (.*)$/m.exec(piece) ?? [];
    if (/^event: anew$/m.test(piece)) asking.ask("open");
    else if (names) asking.ask(aboutOf(names === "-" ? [] : names.split(" "), thread));
  });
  // It is ended by us, or with the server.
  answer.on("error", () => {});
  return () => {
    asking.stop();
    answer.destroy();
  };
}

type Seen = Door & { path: string; thread?: string; from: string; to: string; looks: number; everyMs: number };

/** A text now and then, seen on a page that is open: told, asked for, and in it. How long each took. */
export async function toScreen({ path, thread, from, to, looks, everyMs, ...door }: Seen): Promise<number[]> {
  const agent = new Agent({ keepAlive: false });
  const waiting = { words: "", seen: () => {} };
  const page = async () => {
    const html = await (await fetch(`${door.url}${path}`, { headers: { cookie: door.cookie } })).text();
    if (waiting.words && html.includes(waiting.words)) waiting.seen();
  };
  const ask = () => void page().catch(() => undefined);
  const close = await openTab(door, { agent, ask, ...(thread && { thread }) });
  const took: number[] = [];
  for (let at = 0; at < looks; at++) {
    await sleep(everyMs);
    const body = `Seen at once, ${at}?`;
    const began = performance.now();
    const isSeen = new Promise<void>((resolve) => Object.assign(waiting, { words: body, seen: resolve }));
    await bringText(door.url, { from, to, body });
    await Promise.race([isSeen, sleep(10_000)]);
    took.push(performance.now() - began);
  }
  close();
  agent.destroy();
  return took;
}
