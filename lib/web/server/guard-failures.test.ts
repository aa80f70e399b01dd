import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { byScript, callByScript, callWithoutScript, type Fields, posted } from "@/tests/support/forms/posted";
import { type Handler, serving } from "@/tests/support/run/serving";

const html = { accept: "text/html,*/*" };
afterEach(() => {
  vi.restoreAllMocks();
});

describe("the flash cookie", () => {
  const cookie = "a=1; lineup-flash=Saved";
  const cookiesAfter = async (handler: Handler, headers: Record<string, string>, form?: Fields) =>
    (await (await serving(handler)).ask("/admin/users", form ? posted(form, headers) : { headers })).headers[
      "set-cookie"
    ];
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
    expect(await cookiesAfter(page, { ...html, cookie }, callWithoutScript())).toEqual(["b=2; Path=/"]);
  });

  it("over https has the name that ties it to this host", async () => {
    const { ask } = await serving(page, { appUrl: "https://lineup.test" });
    const headers = { ...html, cookie: "a=1; __Host-lineup-flash=Saved" };
    expect((await ask("/admin/users", { headers })).headers["set-cookie"]).toEqual([
      "b=2; Path=/",
      "__Host-lineup-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
    ]);
  });

  it("is not set by a form that is answered by its own page, but by one whose page does not exist", async () => {
    const answer = (status: number): Handler => {
      return (_, res) =>
        res.setHeader("set-cookie", ["lineup-flash=Refused; Path=/", "b=2"]).writeHead(status).end("page");
    };
    expect(await cookiesAfter(answer(200), html, callWithoutScript())).toEqual(["b=2"]);
    expect(await cookiesAfter(answer(404), html, callWithoutScript())).toEqual(["lineup-flash=Refused; Path=/", "b=2"]);
  });

  it("is not set when the action's answer carries the page that showed it", async () => {
    const action: Handler = (_, res) => {
      res.setHeader("x-action-redirect", "/x;push").setHeader("set-cookie", ["lineup-flash=Saved; Path=/", "b=2"]);
      res.setHeader("content-type", "text/x-component").end("page");
    };
    expect(await cookiesAfter(action, byScript, callByScript([]))).toEqual(["b=2"]);
  });
});

describe("a form whose action is known no more", () => {
  const unknown: Handler = (_, res) =>
    res.writeHead(409, { "x-nextjs-action-not-found": "1", "content-type": "text/plain" }).end("Unavailable.");
  const sent = async (asked: object, handler = unknown) => (await serving(handler)).ask("/admin/users/new?a=1", asked);

  it("goes on, body and all, to where it is kept", async () => {
    const { status, headers, body } = await sent(posted(callWithoutScript(), html));
    expect(status).toBe(307);
    expect(headers.location).toBe("/send-again?page=%2Fadmin%2Fusers%2Fnew%3Fa%3D1");
    expect(body).toBe("");
  });

  it("is left to the page's script, and to programs", async () => {
    expect((await sent(posted(callWithoutScript(), { accept: "*/*" }))).status).toBe(409);
    expect((await sent(posted(callByScript([]), { ...html, ...byScript }))).status).toBe(409);
  });

  it("is not taken for another conflict", async () => {
    const conflict: Handler = (_, res) => res.writeHead(409).end("no");
    expect((await sent(posted(callWithoutScript(), html), conflict)).status).toBe(400);
  });
});

it("is no success where an action was not done", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const lost: Handler = (_, res) => res.writeHead(200, { "content-type": "application/json" }).end("{}");
  const { ask: askIt } = await serving(lost);
  const { status, body } = await askIt("/login", posted(callByScript([]), byScript));
  expect(status).toBe(503);
  expect(body).toContain("Something went wrong on our side");
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
    expect((await askIt("/", posted(callByScript([]), { ...html, ...byScript }))).body).toBe("1:E");
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

  it("says what was not found to a person, and leaves a program its own words", async () => {
    const { ask: askIt } = await serving((_, res) => res.writeHead(404).end("Not here"));
    const page = await askIt("/", { headers: html });
    expect(page.status).toBe(404);
    expect(page.body).toContain("<h1>Not found</h1>");
    expect((await askIt("/", { headers: { rsc: "1" } })).body).toBe("Not here");
  });

  it("gets the page of what is not there from inside, as whoever asked; the plain one where that fails", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const app: Handler = (req, res) => {
      if (req.url !== "/_nowhere") return res.writeHead(404, { "set-cookie": "b=2" }).end("shell");
      if (req.headers.cookie !== "lineup.session=mine") return res.writeHead(500).end();
      return res.end(`seen by mine, ${req.headers["x-forwarded-for"]}, ${req.headers["x-request-id"]}`);
    };
    const { port } = await serving(app, { trustProxy: 1 });
    const { ask: askIt } = await serving(app, { inside: `http://127.0.0.1:${port}` });
    for (const path of ["/admin/users/x", "/admin/users/%00", "/_nowhere"]) {
      const { status, headers, body } = await askIt(path, { headers: { ...html, cookie: "lineup.session=mine; a=1" } });
      expect({ status, body }, path).toEqual({
        status: 404,
        body: `seen by mine, 127.0.0.1, ${headers["x-request-id"]}`,
      });
      expect(headers["content-security-policy"]).toContain("'nonce-");
    }
    expect((await askIt("/x", { headers: html })).body).toContain("<h1>Not found</h1>");
    const deaf = await serving(app, { inside: "http://127.0.0.1:1" });
    expect((await deaf.ask("/x", { headers: html })).body).toContain("<h1>Not found</h1>");
  });
});
