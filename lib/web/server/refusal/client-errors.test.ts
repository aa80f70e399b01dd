import { createServer, type RequestListener, type ServerOptions } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { answerClientErrors } from "./client-errors";

const logged = vi.fn();
beforeEach(() => {
  logged.mockClear();
  vi.spyOn(process.stdout, "write").mockImplementation((line) => logged(JSON.parse(String(line))) ?? true);
});

type Given = { https?: boolean; listener?: RequestListener; options?: ServerOptions };

/** All that a server says to these bytes until it closes the connection. */
async function answerTo(bytes: string, { https = false, listener = (_, res) => res.end(), options = {} }: Given = {}) {
  const server = createServer(options, listener);
  server.on("checkExpectation", listener);
  answerClientErrors(server, { https });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return new Promise<string>((resolve) => {
    let said = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (data) => {
      said += data;
    });
    socket.on("error", () => {}).on("close", () => resolve(said));
  });
}

describe("a request that Node can't read", () => {
  const host = "Host: lineup.test\r\n";
  it.each([
    ["no HTTP", "HELLO\r\n\r\n", 400],
    ["a method that there is not", `BREW / HTTP/1.1\r\n${host}\r\n`, 400],
    ["two lengths", `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ["a length and chunks", `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    ["headers without end", `GET / HTTP/1.1\r\n${host}X: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["an address without end", `GET /${"x".repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 431],
    ["a tunnel", `CONNECT evil.test:443 HTTP/1.1\r\n${host}\r\n`, 405],
  ])("is answered with our headers, and closed: %s", async (_, bytes, status) => {
    const said = await answerTo(bytes, { https: true });
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z]`));
    for (const header of [
      "connection: close",
      "cache-control: private, no-store",
      "x-content-type-options: nosniff",
      "x-frame-options: DENY",
      "content-security-policy: default-src 'none';",
      "referrer-policy: no-referrer",
      "strict-transport-security: max-age=31536000; includeSubDomains",
    ])
      expect(said).toContain(`\r\n${header}`);
    expect(logged).toHaveBeenCalledOnce();
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ level: "info", status }));
  });

  it("is told nothing of https where there is none", async () => {
    expect(await answerTo("HELLO\r\n\r\n")).not.toContain("strict-transport-security");
  });

  it("may come too late, with its headers or with its body", async () => {
    const options = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 };
    const listener: RequestListener = (req, res) => void req.resume().once("end", () => res.end());
    for (const bytes of ["GET / HT", `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nab`])
      expect(await answerTo(bytes, { options, listener })).toMatch(/^HTTP\/1.1 408 .*nosniff/s);
  });

  it("gets no second answer into the middle of another's", async () => {
    const listener: RequestListener = (_, res) => void res.writeHead(200, { "content-length": 9 }).write("begun");
    const said = await answerTo(`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nnonsense`, { listener });
    expect(said).not.toContain("400");
  });
});

it("an expectation that we don't know is no reason to refuse", async () => {
  const said = await answerTo("GET / HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\nConnection: close\r\n\r\n");
  expect(said).toMatch(/^HTTP\/1.1 200 /);
});
