import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { exchange, formed } from "./exchange";

const server = createServer((request, response) => {
  if (request.url !== "/trickles")
    return response.writeHead(307, { location: "/trickles", "retry-after": "7" }).end("no");
  response.writeHead(201);
  const drops = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(drops));
  return undefined;
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
afterAll(() => void server.close());

const { port } = server.address() as AddressInfo;
const ask = (path: string, how?: { agent: Agent; left: () => void }) =>
  exchange({
    ...{ method: "POST", url: new URL(path, `http://127.0.0.1:${port}`), headers: {}, body: "To=1" },
    ...{ agent: undefined, timeoutMs: 200, ...how },
  });

test("an answer that trickles in and never ends is none", async () => {
  await expect(ask("/trickles")).rejects.toThrow("no answer within 200 ms");
});

test("a text is given to who was asked alone, wherever they point", async () => {
  expect(await ask("/")).toMatchObject({ statusCode: 307, body: "no", headers: { "retry-after": "7" } });
});

test("fields are sent as forms have them", () => {
  expect(formed({ To: "+1", Body: "ä &=\n🙂", None: undefined, Media: ["a", "b"] })).toBe(
    "To=%2B1&Body=%C3%A4%20%26%3D%0A%F0%9F%99%82&Media=a&Media=b",
  );
});

test("one that waits for a connection has not left", async () => {
  const agent = new Agent({ maxSockets: 1 });
  const left: number[] = [];
  const both = [1, 2].map((n) => ask("/trickles", { agent, left: () => void left.push(n) }).catch(() => "none"));
  await Promise.race([both[1], sleep(100)]);
  expect(left).toEqual([1]);
  await Promise.all(both);
});
