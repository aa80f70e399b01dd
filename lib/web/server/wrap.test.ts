import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { callWithoutScript, posted } from "@/tests/support/forms/posted";
import { type Handler, seen, serving } from "@/tests/support/run/serving";

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => logged.push(String(text)) > 0);
});

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

it("what is between a client and this server stays there", async () => {
  const { ask } = await serving(seen);
  const heard = JSON.parse((await ask("/", { headers: { upgrade: "x y", te: "trailers", accept: "a/b" } })).body);
  expect(heard).toHaveProperty("accept", "a/b");
  for (const name of ["upgrade", "te"]) expect(heard).not.toHaveProperty(name);
});

it("of cookies Next sees those of ours alone, each once", async () => {
  const { ask } = await serving(seen);
  const cookies = async (cookie: string) => JSON.parse((await ask("/", { headers: { cookie } })).body).cookie;
  const many = Array.from({ length: 1000 }, (_, at) => `a${at}=b`).join("; ");
  expect(await cookies(`${many}; lineup.session=x.y; __prerender_bypass=1;lineup-flash=a=b; lineup.session=z`)).toBe(
    "lineup.session=z; lineup-flash=a=b",
  );
  expect(await cookies(`${many}; lineup.sessions=x; xlineup.session=1; lineup`)).toBeUndefined();
});

describe("writes from other sites", () => {
  const write = async (headers: Record<string, string>, path = "/login", options = {}) =>
    (await (await serving(seen, options)).ask(path, posted(callWithoutScript(), headers))).status;

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
    const { body } = await (await serving(seen)).ask("/welcome?token=x", posted(callWithoutScript(), headers));
    expect(JSON.parse(body)).toMatchObject({ origin: "http://lineup.test", "x-forwarded-host": "lineup.test" });
  });

  it("lets Next know the host that APP_URL names when a proxy renamed it", async () => {
    const { ask: askIt } = await serving(seen);
    const headers = { origin: "http://lineup.test", host: "inner:3000" };
    const { body } = await askIt("/", posted(callWithoutScript(), headers));
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

  it("let the icon be kept, for good where a page names it by its hash", async () => {
    const { ask } = await serving(seen);
    const caching = async (path: string) => (await ask(path)).headers["cache-control"];
    expect(await caching("/icon.svg?icon.1p4gyj1duhwnu.svg")).toBe("public, max-age=31536000, immutable");
    expect(await caching("/icon.svg")).toBe("public, max-age=3600");
    expect((await ask("/icon.svg", { method: "PUT" })).headers["cache-control"]).toBe("private, no-store");
    for (const path of ["/icon.svg/", "/icon.svgz", "/_next/static/", "/_next/static/chunks/?a"])
      expect(await caching(path), path).toBe("private, no-store");
  });

  it("leave the caching of hashed files to Next", async () => {
    expect((await (await serving(seen)).ask("/_next/static/a.js")).headers).not.toHaveProperty("cache-control");
  });

  it("ask for https when the app is on https", async () => {
    const { ask: askIt } = await serving(seen, { appUrl: "https://lineup.test" });
    expect((await askIt("/")).headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  });

  it.each(["/welcome?token=x", "/welcome", "/reset-password?token=x", "/settings/email?a=1&token=x"])(
    "send no referrer from %s",
    async (path) => {
      expect((await (await serving(seen)).ask(path)).headers["referrer-policy"]).toBe("no-referrer");
    },
  );
});

describe("the log", () => {
  const lines = () => logged.map((line) => JSON.parse(line));
  const requestLines = async (count: number) => {
    await vi.waitFor(() => expect(lines().filter(({ event }) => event === "request")).toHaveLength(count), 60_000);
    return lines();
  };
  const working: Handler = async (_, res) => {
    log.info("work.begun");
    await sleep(20);
    log.error("work.failed", new Error("no"));
    res.end("done");
  };

  it("has one line for each request, and its id in every other line of that request and in the answer", async () => {
    const { ask: askIt } = await serving(working);
    const answers = await Promise.all(["/a", "/b", "/c"].map((path) => askIt(path)));
    const all = await requestLines(3);
    for (const [n, { headers }] of answers.entries()) {
      const ours = all.filter(({ request }) => request === headers["x-request-id"]);
      expect(ours.map(({ event }) => event)).toEqual(["work.begun", "work.failed", "request"]);
      expect(ours[1]).toMatchObject({ level: "error", id: headers["x-request-id"] });
      expect(ours[2]).toMatchObject({
        method: "GET",
        path: ["/a", "/b", "/c"][n],
        status: 200,
        ms: expect.any(Number),
      });
      expect(ours[2].ms).toBeGreaterThanOrEqual(19);
    }
    expect(all).toHaveLength(9);
  });

  it("keeps a trusted proxy's id as it is, though it may look like a token", async () => {
    const id = "0123456789abcdef0123456789abcdef";
    const { ask: askIt } = await serving(working, { trustProxy: 1 });
    expect((await askIt("/", { headers: { "x-request-id": id } })).headers["x-request-id"]).toBe(id);
    for (const line of await requestLines(1)) expect(line.request).toBe(id);
    const { ask: askAnother } = await serving(seen);
    expect((await askAnother("/", { headers: { "x-request-id": id } })).headers["x-request-id"]).not.toBe(id);
  });

  it("never holds a query, a token or a whole address, wherever in the path it is", async () => {
    const token = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
    const { ask: askIt } = await serving(seen);
    const paths = [`/welcome?token=${token}`, `/welcome/${token}`, `/welcome;token=${token}`, "/to/mara@example.com"];
    for (const path of [...paths, "/to/mara%40example.com", `/x?a=1?token=${token}`]) await askIt(path);
    await requestLines(6);
    expect(logged.join("")).not.toMatch(/AbCdEf|mara|%40/);
  });

  it("says nothing of files, and of what was turned away or never ended says so", async () => {
    const { ask: askIt } = await serving((req, res) => (req.url === "/cut" ? res.destroy() : res.end()));
    for (const path of ["/_next/static/a.js", "/icon.svg", "/favicon.ico"]) await askIt(path);
    await askIt("/", { method: "TRACE" });
    await askIt("/cut").catch(() => undefined);
    const all = await requestLines(2);
    expect(all).toMatchObject([
      { method: "TRACE", path: "/", status: 405 },
      { path: "/cut", cut: true },
    ]);
  });
});
