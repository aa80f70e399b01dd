import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { wrap } from "./wrap";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.restoreAllMocks();
});

async function serving(handler: Handler, options: Partial<Parameters<typeof wrap>[1]> = {}) {
  const server = createServer(wrap(handler, { appUrl: "http://lineup.test", trustProxy: 0, dev: false, ...options }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  return { port, ask: (path: string, asked: Asked = {}) => ask(port, path, asked) };
}

type Asked = { method?: string; headers?: Record<string, string | string[]> };
type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

const ask = (port: number, path: string, { method = "GET", headers = {} }: Asked) =>
  new Promise<Answer>((resolve, reject) => {
    const asking = request({ port, path, method, headers }, (res) => {
      let body = "";
      res.on("data", (chunk) => (body += chunk));
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    });
    asking.on("error", reject).end();
  });

const seen: Handler = (req, res) => res.end(JSON.stringify(req.headers));
const html = { accept: "text/html,*/*" };

describe("what a request says about where it comes from", () => {
  const lies = {
    "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.2",
    "x-forwarded-host": "evil.test",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "1",
    forwarded: "for=6.6.6.6",
    "x-real-ip": "6.6.6.6",
    "x-request-id": "chosen-by-client",
  };
  const headersSeen = async (trustProxy: number, headers: Record<string, string>) =>
    JSON.parse((await (await serving(seen, { trustProxy })).ask("/", { headers })).body);

  it("is not believed without a trusted proxy: the socket's address is all there is", async () => {
    const headers = await headersSeen(0, lies);
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded", "x-real-ip"]) {
      expect(headers).not.toHaveProperty(name);
    }
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [1, "10.0.0.2"],
    [2, "203.0.113.9"],
    [3, "6.6.6.6"],
    [4, "127.0.0.1"],
  ])("with %i trusted proxies the address is %s", async (trustProxy, address) => {
    const headers = await headersSeen(trustProxy, lies);
    expect(headers["x-forwarded-for"]).toBe(address);
    expect(headers["x-forwarded-host"]).toBe("evil.test");
    expect(headers["x-forwarded-proto"]).toBe("https");
    expect(headers["x-request-id"]).toBe("chosen-by-client");
  });

  it.each([
    ["[2001:db8::1]:4711", "2001:db8::1"],
    ["203.0.113.9:80", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["<script>", "127.0.0.1"],
    ["", "127.0.0.1"],
  ])("reads the forwarded address %s as %s", async (said, address) => {
    expect((await headersSeen(1, { "x-forwarded-for": said }))["x-forwarded-for"]).toBe(address);
  });

  it("takes host and protocol from a trusted proxy only when they are one", async () => {
    const headers = await headersSeen(1, { "x-forwarded-host": "a b/c", "x-forwarded-proto": "javascript" });
    expect(headers).not.toHaveProperty("x-forwarded-host");
    expect(headers).not.toHaveProperty("x-forwarded-proto");
  });
});

describe("writes from other sites", () => {
  const write = async (headers: Record<string, string>, path = "/login", options = {}) =>
    (await (await serving(seen, options)).ask(path, { method: "POST", headers })).status;

  it("are refused by their origin, and not when it is ours", async () => {
    expect(await write({ origin: "https://evil.test" })).toBe(403);
    expect(await write({ origin: "not a url" })).toBe(403);
    expect(await write({ origin: "http://lineup.test" })).toBe(200);
    expect(await write({ host: "10.1.2.3:3000", origin: "http://10.1.2.3:3000" })).toBe(200);
    expect(await write({})).toBe(200);
  });

  it("are refused when the browser says so, even without an origin", async () => {
    expect(await write({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await write({ origin: "http://lineup.test", "sec-fetch-site": "same-origin" })).toBe(200);
  });

  it("are not let in by a forwarded host, unless a trusted proxy says it", async () => {
    const headers = { origin: "https://evil.test", "x-forwarded-host": "evil.test" };
    expect(await write(headers)).toBe(403);
    expect(await write(headers, "/login", { trustProxy: 1 })).toBe(200);
  });

  it("are refused with a null origin, but for our own forms on pages that send no referrer", async () => {
    expect(await write({ origin: "null" })).toBe(403);
    expect(await write({ origin: "null", "sec-fetch-site": "cross-site" }, "/welcome?token=x")).toBe(403);
    expect(await write({ origin: "null" }, "/welcome?token=x")).toBe(200);
    expect(await write({ origin: "null", "sec-fetch-site": "same-origin" }, "/reset-password?token=x")).toBe(200);
  });

  it("reach Next under our own name when a page of ours had to be silent", async () => {
    const headers = { origin: "null", "sec-fetch-site": "same-origin" };
    const { body } = await (await serving(seen)).ask("/welcome?token=x", { method: "POST", headers });
    expect(JSON.parse(body)).toMatchObject({ origin: "http://lineup.test", "x-forwarded-host": "lineup.test" });
  });

  it("lets Next know the host that APP_URL names when a proxy renamed it", async () => {
    const { ask: askIt } = await serving(seen);
    const { body } = await askIt("/", {
      method: "POST",
      headers: { origin: "http://lineup.test", host: "inner:3000" },
    });
    expect(JSON.parse(body)["x-forwarded-host"]).toBe("lineup.test");
  });
});

describe("the headers of an answer", () => {
  it("hold a policy with a nonce that is new each time and that Next is told", async () => {
    const { ask: askIt } = await serving(seen);
    const [one, two] = [await askIt("/login"), await askIt("/login")];
    const policy = String(one.headers["content-security-policy"]);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "style-src 'self';"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
    expect(JSON.parse(one.body)["content-security-policy"]).toBe(policy);
    expect(two.headers["content-security-policy"]).not.toBe(policy);
  });

  it("keep pages private and uncached, framed by nobody, their types as said", async () => {
    const { headers } = await (await serving(seen)).ask("/admin/users");
    expect(headers).toMatchObject({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it("leave the caching of hashed files to Next", async () => {
    expect((await (await serving(seen)).ask("/_next/static/a.js")).headers).not.toHaveProperty("cache-control");
  });

  it("ask for https when the app is on https", async () => {
    const { ask: askIt } = await serving(seen, { appUrl: "https://lineup.test" });
    expect((await askIt("/")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  it.each(["/welcome?token=x", "/welcome", "/reset-password?token=x", "/settings/email?a=1&token=x"])(
    "send no referrer from %s",
    async (path) => {
      expect((await (await serving(seen)).ask(path)).headers["referrer-policy"]).toBe("no-referrer");
    },
  );
});

describe("what never reaches Next", () => {
  it("TRACE, CONNECT in a path, the image optimizer", async () => {
    const handler = vi.fn(seen);
    const { ask: askIt, port } = await serving(handler);
    expect((await askIt("/", { method: "TRACE" })).status).toBe(405);
    expect((await askIt("/_next/image?url=/a.png")).status).toBe(404);
    expect(await raw(port, "GET http://evil.test/ HTTP/1.1\r\nHost: lineup.test\r\n\r\n")).toContain("400 Bad Request");
    expect(handler).not.toHaveBeenCalled();
  });

  const raw = (port: number, text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.once("data", (data) => {
        socket.destroy();
        resolve(String(data));
      });
    });
});

describe("the flash cookie", () => {
  const cookie = "a=1; lineup-flash=Saved";
  const cookiesAfter = async (handler: Handler, headers: Record<string, string>, method = "GET") =>
    (await (await serving(handler)).ask("/admin/users", { method, headers })).headers["set-cookie"];
  const page: Handler = (_, res) => res.setHeader("set-cookie", ["b=2; Path=/"]).end("page");

  it("is taken away by the page that showed it, beside other cookies", async () => {
    expect(await cookiesAfter(page, { ...html, cookie })).toEqual([
      "b=2; Path=/",
      "lineup-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
    ]);
  });

  it("stays when nothing was shown: no flash, a redirect, a prefetch, a form", async () => {
    const redirect: Handler = (_, res) => res.writeHead(307, { location: "/x" }).end();
    expect(await cookiesAfter(page, { ...html, cookie: "lineup-flashy=1" })).toEqual(["b=2; Path=/"]);
    expect(await cookiesAfter(redirect, { ...html, cookie })).toBeUndefined();
    expect(await cookiesAfter(page, { rsc: "1", "next-router-prefetch": "1", cookie })).toEqual(["b=2; Path=/"]);
    expect(await cookiesAfter(page, { ...html, cookie }, "POST")).toEqual(["b=2; Path=/"]);
  });

  it("is not set when the action's answer carries the page that showed it", async () => {
    const action: Handler = (_, res) => {
      res.setHeader("x-action-redirect", "/x;push").setHeader("set-cookie", ["lineup-flash=Saved; Path=/", "b=2"]);
      res.setHeader("content-type", "text/x-component").end("page");
    };
    expect(await cookiesAfter(action, { "next-action": "id" }, "POST")).toEqual(["b=2"]);
  });
});

describe("a failure", () => {
  const failing: Handler = (_, res) => {
    res.writeHead(500, { "content-type": "text/html", "content-encoding": "gzip", etag: "x" });
    res.write(gzipSync("<html></html>"));
    res.end();
  };

  it("shows a person a page that needs no script, with the event that the log has", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { ask: askIt } = await serving(failing);
    const { status, headers, body } = await askIt("/admin/users?token=secret", { headers: html });
    expect(status).toBe(500);
    expect(body).toContain("Something went wrong on our side");
    expect(body).not.toContain("<script");
    expect(body).toContain(`<code>${headers["x-request-id"]}</code>`);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers).not.toHaveProperty("content-encoding");
    const line = JSON.parse(String(log.mock.calls[0]?.[0]));
    expect(line).toMatchObject({ level: "error", id: headers["x-request-id"], path: "/admin/users", status: 500 });
    expect(String(log.mock.calls)).not.toContain("secret");
  });

  it("leaves the answer to Next's router and to programs as it is", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { ask: askIt } = await serving((_, res) =>
      res.writeHead(500, { "content-type": "text/x-component" }).end("1:E"),
    );
    expect((await askIt("/", { headers: { ...html, rsc: "1" } })).body).toBe("1:E");
    expect((await askIt("/", { headers: { ...html, "next-action": "x" }, method: "POST" })).body).toBe("1:E");
  });

  it("that is thrown is shown the same, before or after a wait", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const thrown: Handler = () => {
      throw new Error("secret");
    };
    const rejected: Handler = () => Promise.reject(new Error("secret"));
    for (const handler of [thrown, rejected]) {
      const { status, body } = await (await serving(handler)).ask("/", { headers: html });
      expect({ status, told: body.includes("secret") }).toEqual({ status: 500, told: false });
    }
  });

  it("to answer in time is a 503, and what comes late is dropped", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    let finish = () => {};
    const { ask: askIt } = await serving((_, res) => (finish = () => res.end("late")), { patience: 50 });
    const { status, body } = await askIt("/", { headers: html });
    expect(() => finish()).not.toThrow();
    expect(status).toBe(503);
    expect(body).toContain("Something went wrong on our side");
  });

  it("is not what a not-found page is", async () => {
    const { ask: askIt } = await serving((_, res) => res.writeHead(404).end("Not here"));
    expect((await askIt("/", { headers: html })).body).toBe("Not here");
  });
});
