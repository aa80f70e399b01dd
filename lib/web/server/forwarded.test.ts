import { describe, expect, it } from "vitest";
import { seen, serving } from "@/tests/support/run/serving";

const headersSeen = async (trustProxy: number, headers: Record<string, string>) =>
  JSON.parse((await (await serving(seen, { trustProxy })).ask("/", { headers })).body);

describe("a request from this very computer", () => {
  it.each(["localhost", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000"])("asks for %s", async (host) => {
    expect(await headersSeen(0, { host })).toHaveProperty("x-lineup-from-here", "1");
  });

  it.each<[string, Record<string, string>, number?]>([
    ["localhost", { via: "1.1 proxy" }],
    ["localhost", { "cf-connecting-ip": "127.0.0.1" }],
    ["localhost", { "x-forwarded-for": "127.0.0.1" }],
    ["localhost", { forwarded: "for=127.0.0.1" }],
    ["localhost", { "x-forwarded-for": "127.0.0.1" }, 1],
    ["localhost", {}, 1],
    ["localhost", { via: "", "x-lineup-from-here": "1" }],
    ["127.1", {}],
    ["0x7f000001", {}],
    ["127.0.0.2", {}],
    ["2130706433", {}],
    ["localhost.", {}],
    ["evil.test", {}],
    ["localhost.evil.test", {}],
    ["[::ffff:127.0.0.1]", {}],
  ])("is none for %s with %j", async (host, headers, trustProxy = 0) => {
    expect(await headersSeen(trustProxy, { host, ...headers })).not.toHaveProperty("x-lineup-from-here");
  });
});
