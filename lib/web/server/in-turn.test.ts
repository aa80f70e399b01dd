import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { type Handler, serving } from "@/tests/support/run/serving";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

/** All that comes back for what is sent at once. */
const sent = (port: number, text: string) =>
  new Promise<string>((resolve) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => {
      said += data;
    });
    socket.once("close", () => resolve(said));
  });

test("requests that come in one packet are answered one after the other, in order, and others in between", async () => {
  const [begun, atWork] = [[] as string[], { now: 0, most: 0 }];
  const handler: Handler = async (req, res) => {
    begun.push(req.url ?? "");
    atWork.most = Math.max(atWork.most, ++atWork.now);
    await sleep(2);
    atWork.now--;
    res.end(req.url);
  };
  const { port, ask } = await serving(handler);
  const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: lineup.test\r\n${more}\r\n`;
  const many = Array.from({ length: 100 }, (_, at) => get(`/${at}`)).join("") + get("/last", "Connection: close\r\n");
  const [said] = await Promise.all([sent(port, many), sleep(20).then(() => ask("/other"))]);
  expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(101);
  expect(said.trimEnd()).toMatch(/\/last$/);
  expect(atWork.most).toBeLessThanOrEqual(2);
  const other = begun.indexOf("/other");
  expect(begun.filter((path) => path !== "/other")).toEqual(
    [...Array(100).keys()].map((at) => `/${at}`).concat("/last"),
  );
  expect(other).toBeLessThan(90);
});

test("whoever leaves before their turn is not worked for", async () => {
  const begun: string[] = [];
  const left = new Promise<void>((resolve) => {
    const handler: Handler = (req, res) => {
      begun.push(req.url ?? "");
      res.once("close", resolve);
    };
    void serving(handler).then(({ port }) => {
      const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: lineup.test\r\n\r\n`;
      const socket = connect(port, "127.0.0.1", () => socket.write(get("/1") + get("/2")));
      void vi.waitFor(() => expect(begun).toEqual(["/1"]), 60_000).then(() => socket.destroy());
    });
  });
  await left;
  await sleep(50);
  expect(begun).toEqual(["/1"]);
});
