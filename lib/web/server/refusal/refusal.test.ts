import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { routeOf } from "@/tests/support/house/map";
import { seen, serving } from "@/tests/support/run/serving";
import { isPage, methodsOf } from "../request-limits";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

describe("what never reaches Next", () => {
  it.each([
    ["/login", ["GET", "HEAD", "POST"]],
    ["/admin/users/3f9c", ["GET", "HEAD", "POST"]],
    ["/api/health", ["GET", "HEAD"]],
    ["/admin/users/export?status=Active", ["GET", "HEAD"]],
    ["/inbox/media/3f9c-1", ["GET", "HEAD"]],
    ["/icon.svg", ["GET", "HEAD"]],
    ["/_next/static/a.js", ["GET", "HEAD"]],
    ["/api/webhooks/resend", ["POST"]],
    ["/api/webhooks/twilio", ["POST"]],
    ["/api/webhooks/twilio/status", ["POST"]],
  ])("a method that %s does not have", async (path, methods) => {
    const handler = vi.fn(seen);
    const { ask } = await serving(handler);
    const allow = [...methods, "OPTIONS"].join(", ");
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY", "LOCK"])
      if (!methods.includes(method))
        expect(await ask(path, { method }), method).toMatchObject({ status: 405, headers: { allow } });
    expect(await ask(path, { method: "OPTIONS" })).toMatchObject({ status: 204, headers: { allow }, body: "" });
    expect(handler).not.toHaveBeenCalled();
  });

  it("an address that can't be read, or that holds more parameters than any page has", async () => {
    const handler = vi.fn(seen);
    const { ask } = await serving(handler);
    for (const path of ["/dev/mailbox/%", "/admin/users/%E0%A4%A", "/admin/numbers/%00", "/%"])
      expect(await ask(path), path).toMatchObject({ status: 404 });
    for (const path of [
      "/_global-error",
      "/%5Fglobal-error",
      "/./_global-error",
      "/x/../_error",
      "/_not-found?a",
      "/_next",
    ])
      expect(await ask(path), path).toMatchObject({ status: 404 });
    expect(await ask(`/login?${"a&".repeat(5000)}`)).toMatchObject({ status: 400 });
    expect(handler).not.toHaveBeenCalled();
    expect(await ask(`/admin/users/bulk?${"member=3f9c&".repeat(900)}`)).toMatchObject({ status: 200 });
  });

  it("what is no tree of pages as Next's router sends it", async () => {
    const handler = vi.fn(seen);
    const { ask } = await serving(handler);
    const asked = (tree: string) => ask("/login", { headers: { rsc: "1", "next-router-state-tree": tree } });
    const deep = `${'["",{"a":'.repeat(300)}1${"}]".repeat(300)}`;
    const tooDeep = `${'["",{"a":'.repeat(64)}["",{}]${"}]".repeat(64)}`;
    const odd = [
      "",
      "x",
      "%",
      "null",
      "{}",
      "[]",
      '["",null]',
      '["",{"children":[]}]',
      "[".repeat(4000),
      deep,
      tooDeep,
    ];
    for (const tree of odd)
      expect(await asked(encodeURIComponent(tree).replace("%25", "%")), tree.slice(0, 30)).toMatchObject({
        status: 400,
      });
    for (const prefetch of ["2", "x", "1, 1"])
      expect(await ask("/login", { headers: { rsc: "1", "next-router-prefetch": prefetch } }), prefetch).toMatchObject({
        status: 400,
      });
    expect(handler).not.toHaveBeenCalled();
    const page = '["",{"children":["(signed-out)",{"children":["login",{"children":["__PAGE__",{}]}]}]},null,null,16]';
    expect(await asked(encodeURIComponent(page))).toMatchObject({ status: 200 });
  });

  it("a request that names no host, two of them, or one that is none", async () => {
    const handler = vi.fn(seen);
    const { port } = await serving(handler);
    for (const hosts of [
      "Host: a\r\nHost: b\r\n",
      "Host: a b\r\n",
      "Host:\r\n",
      "Host: a/b\r\n",
      "Host: localhost@evil.test\r\n",
      "",
    ])
      expect(await raw(port, `GET / HTTP/1.1\r\n${hosts}\r\n`), hosts).toMatch(/^HTTP\/1.1 400 /);
    expect(handler).not.toHaveBeenCalled();
    expect(await raw(port, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  });

  it("CONNECT in a path, the image optimizer", async () => {
    const handler = vi.fn(seen);
    const { ask: askIt, port } = await serving(handler);
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

describe("a form of more than 4 MB", () => {
  it("is told so on a page of its own, and never reaches Next", async () => {
    const handler = vi.fn(seen);
    const { ask } = await serving(handler);
    const answer = await ask("/admin/users/invite", {
      method: "POST",
      headers: { origin: "http://lineup.test", "content-length": String(4 * 1024 * 1024 + 1) },
    }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining("That is more than 4 MB") });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe("every route handler", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /route\.ts$/.test(file));

  it.each(routes)("is known with its methods: %s", (file) => {
    const source = readFileSync(path.join("app", file), "utf8");
    const exported = [...source.matchAll(/export (?:async )?(?:function|const) ([A-Z]+)\b/g)].map(([, name]) => name);
    const methods = exported.flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
    const address = routeOf(`app/${file}`).replaceAll("{}", "3f9c");
    expect(methodsOf(address)).toEqual(methods);
    expect(isPage(address)).toBe(false);
  });
});
