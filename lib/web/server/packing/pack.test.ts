import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Handler, serving } from "@/tests/support/run/serving";

const PAGE = "<p>Ana Ruiz, Harbor Dental</p>".repeat(200);

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const inPieces: Handler = (_, res) => {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.flushHeaders();
  for (let at = 0; at < PAGE.length; at += 1000) res.write(PAGE.slice(at, at + 1000));
  res.end();
};

async function packed(handler: Handler, takes: string, path = "/") {
  const { port } = await serving(handler);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { host: "lineup.test", "accept-encoding": takes },
  });
  return { headers: answer.headers, text: await answer.text() };
}

describe("a page that is made in pieces", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["gzip", "gzip"],
    ["identity", null],
  ])("for who takes %s is packed as %s and has a length", async (takes, encoding) => {
    const { headers, text } = await packed(inPieces, takes);
    expect(headers.get("content-encoding")).toBe(encoding);
    expect(headers.get("vary")).toContain("accept-encoding");
    expect(Number(headers.get("content-length"))).toBeGreaterThan(0);
    expect(text).toBe(PAGE);
  });
});

it("what is a list's file leaves while it is read", async () => {
  const { headers, text } = await packed(inPieces, "br", "/contacts/export");
  expect([headers.get("content-length"), headers.get("content-encoding"), text]).toEqual([null, null, PAGE]);
});

it("a picture, a part of a file and what is not changed are passed as they are", async () => {
  const picture = await packed((_, res) => res.setHeader("content-type", "image/png").end("x".repeat(5000)), "br");
  expect([picture.headers.get("content-encoding"), picture.text.length]).toEqual([null, 5000]);
  const part = await packed((_, res) => {
    res.setHeader("content-type", "text/css");
    res.writeHead(206, { "content-range": "bytes 0-1999/5000" });
    res.end("y".repeat(2000));
  }, "br");
  expect([part.headers.get("content-encoding"), part.text.length]).toEqual([null, 2000]);
});

it("what is longer than any page is sent on", async () => {
  const long = "z".repeat(3_000_000);
  const { text } = await packed((_, res) => {
    res.setHeader("content-type", "text/plain");
    res.write(long);
    res.write(Buffer.from(long));
    res.end("end");
  }, "br");
  expect(text.length).toBe(6_000_003);
});
