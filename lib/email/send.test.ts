import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { provide } from "../env";
import { send } from "./send";
import { sendMany } from "./send-many";

type Raw = { status: number; headers?: Record<string, string>; body: string; cutAfter?: number } | "cut" | "hang";

let next: Raw = "cut";
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (next === "hang") return;
    if (next === "cut") return void request.socket.destroy();
    const { status, headers = {}, body, cutAfter } = next;
    if (cutAfter === undefined) return void response.writeHead(status, headers).end(body);
    response.writeHead(status, { ...headers, "content-length": body.length }).write(body.slice(0, cutAfter));
    setTimeout(() => request.socket.destroy(), 20);
  });
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  provide({ RESEND_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const message = { id: "0190c8a2-7d3e-7c11-8a55-0a1b2c3d4e5f", to: "m@example.com", subject: "s", html: "h", text: "t" };
const one = (answer: Raw) => {
  next = answer;
  return send(message, "re_test");
};
const two = (answer: Raw) => {
  next = answer;
  return sendMany([message, { ...message, to: "n@example.com" }], "key", "re_test");
};
const json = (status: number, body: unknown, headers = {}): Raw => ({ status, headers, body: JSON.stringify(body) });

describe("an answer that leaves open whether the email was taken", () => {
  test.each<[string, Raw]>([
    ["a line that is cut", "cut"],
    ["a page in HTML", { status: 200, body: "<!doctype html><h1>Welcome to the hotel</h1>" }],
    ["half a JSON", { status: 200, body: '{"id":"re_1', headers: { "content-type": "application/json" } }],
    ["an answer that is cut in the middle", { status: 200, body: '{"id":"re_1"}', cutAfter: 6 }],
    ["nothing at all", { status: 200, body: "" }],
    ["a success without an id", json(200, {})],
    ["an id that is none", json(200, { id: 7 })],
    ["null", json(200, null)],
    ["500", json(500, { statusCode: 500, name: "internal_server_error", message: "Oh" })],
    ["a gateway's 502 in HTML", { status: 502, body: "<h1>Bad Gateway</h1>" }],
    ["503 with a body of null", json(503, null)],
    ["that the same request is still at work", json(409, { statusCode: 409, name: "concurrent_idempotent_requests" })],
  ])("%s", async (_, answer) => {
    expect(await one(answer)).toMatchObject({ kind: "retry", unclear: true });
    expect(await two(answer)).toMatchObject({ kind: "retry", unclear: true });
  });

  test("fewer ids than there were emails", async () => {
    expect(await two(json(200, { data: [{ id: "re_1" }] }))).toMatchObject({ kind: "retry", unclear: true });
    const both = { data: [{ id: "re_1" }, { id: "re_2" }] };
    expect(await two(json(200, both))).toEqual({ kind: "sent", providerIds: ["re_1", "re_2"] });
  });

  test("none before the patience is over", async () => {
    const { timeout } = AbortSignal;
    const patience = vi.spyOn(AbortSignal, "timeout");
    patience.mockImplementation(() => timeout.call(AbortSignal, 200));
    expect(await one("hang")).toMatchObject({ kind: "retry", unclear: true });
    expect(await one({ status: 200, body: '{"id":"re_1"}', cutAfter: 3 })).toMatchObject({ unclear: true });
    patience.mockRestore();
  });
});

describe("a clear no", () => {
  test.each([
    ["429", json(429, { statusCode: 429, name: "rate_limit_exceeded", message: "Slow" }), { busy: true }],
    ["429 from somebody on the way", json(429, { error: "slow" }, { "retry-after": "9" }), { busy: true, after: 9 }],
    ["401", json(401, { statusCode: 401, name: "restricted_api_key" }), { busy: true, denied: true, after: 60 }],
    ["403 for the key", json(403, { statusCode: 403, name: "invalid_api_key" }), { busy: true, denied: true }],
    ["403 for the domain", json(403, { statusCode: 403, name: "validation_error" }), { busy: true, denied: true }],
    ["403 from a wall", { status: 403, body: "<h1>Forbidden</h1>" }, { busy: true, denied: true }],
    ["the sender", json(422, { statusCode: 422, name: "invalid_from_address" }), { busy: true, denied: true }],
    ["a month that is used up", json(429, { statusCode: 429, name: "monthly_quota_exceeded" }), { denied: true }],
    ["another address", { status: 308, headers: { location: "/elsewhere" }, body: "" }, { busy: true, denied: true }],
  ] as [string, Raw, object][])("%s is no email's fault, and stops all of them", async (_, answer, expected) => {
    const told = await one(answer);
    expect(told).toMatchObject({ kind: "retry", ...expected });
    expect(told).not.toHaveProperty("unclear");
    expect(await two(answer)).toEqual(told);
  });

  test.each([400, 413, 422])("%i is about this one, for good, and keeps whole addresses to itself", async (status) => {
    const answer = json(status, { statusCode: status, name: "validation_error", message: "Invalid `to`: x@y.example" });
    expect(await one(answer)).toEqual({ kind: "refused", error: `${status}: Invalid \`to\`: x***@y.example` });
    expect(await two(answer)).toMatchObject({ kind: "refused" });
  });

  test("of a request that the provider does not know: each goes by itself", async () => {
    expect(await two(json(404, { statusCode: 404, name: "not_found" }))).toMatchObject({ kind: "impossible" });
    expect(await one(json(404, { statusCode: 404, name: "not_found" }))).toMatchObject({ denied: true });
  });
});

describe("retry-after", () => {
  const wishIn = async (headers: Record<string, string>) => {
    const told = await one(json(429, { statusCode: 429, name: "rate_limit_exceeded" }, headers));
    return told.kind === "retry" ? told.after : "?";
  };
  const at = (ms: number) => new Date(ms).toUTCString();

  test("is seconds, or a date by the provider's clock, however wrong ours is", async () => {
    expect(await wishIn({ "retry-after": "120" })).toBe(120);
    expect(await wishIn({ "retry-after": " 1.5 " })).toBe(1.5);
    const theirs = Date.now() + 2 * 86_400_000;
    expect(await wishIn({ "retry-after": at(theirs + 30_000), date: at(theirs) })).toBe(30);
    expect(await wishIn({ "retry-after": at(theirs - 30_000), date: at(theirs) })).toBe(0);
  });

  test("is a day at most, and no wish at all when it makes no sense", async () => {
    expect(await wishIn({ "retry-after": "99999999" })).toBe(86_400);
    for (const nonsense of ["soon", "-5", "5 minutes", ""])
      expect(await wishIn({ "retry-after": nonsense })).toBeUndefined();
  });
});
