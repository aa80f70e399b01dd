import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const read = (source: Record<string, string>) => {
  const result = readEnv(source);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  return result.env;
};

const problems = (source: Record<string, string>) => {
  const result = readEnv(source);
  return "problems" in result ? result.problems : [];
};

describe("the environment", () => {
  it("needs nothing: embedded database, port 3000, no proxy", () => {
    expect(read({})).toMatchObject({
      embedded: true,
      appUrl: "http://localhost:3000",
      port: 3000,
      trustProxy: 0,
      resendRate: 2,
      dataDir: ".data",
      mailFrom: "Lineup <no-reply@localhost>",
      secureCookies: false,
    });
  });

  it("takes an empty variable as unset", () => {
    expect(read({ PORT: "", DATABASE_URL: "", AUTH_SECRET: "", APP_URL: "" })).toMatchObject({
      port: 3000,
      embedded: true,
    });
  });

  it("derives the origin, the sender and secure cookies from APP_URL", () => {
    expect(read({ APP_URL: "https://people.example/" })).toMatchObject({
      appUrl: "https://people.example",
      secureCookies: true,
      mailFrom: "Lineup <no-reply@people.example>",
    });
  });

  it("follows PORT in the address when APP_URL is unset", () => {
    expect(read({ PORT: "4100" }).appUrl).toBe("http://localhost:4100");
  });

  it("is embedded on its own database only, unless the launcher says so", () => {
    const DATABASE_URL = "postgres://app:pw@127.0.0.1/app";
    expect(read({ DATABASE_URL }).embedded).toBe(false);
    expect(read({ DATABASE_URL, LINEUP_EMBEDDED: "1" }).embedded).toBe(true);
  });

  it.each([
    [{}, ["127.0.0.1", "::1"], true],
    [{ DATABASE_URL: "postgres://app:pw@db/app" }, [], false],
    [{ DATABASE_URL: "postgres://app:pw@db/app", LINEUP_EMBEDDED: "1" }, ["127.0.0.1", "::1"], true],
    [{ DATABASE_URL: "postgres://app:pw@db/app", HOST: "localhost" }, ["127.0.0.1", "::1"], true],
    [{ HOST: "0.0.0.0" }, ["0.0.0.0"], false],
    [{ HOST: "::" }, ["::"], false],
    [{ HOST: "[::1]" }, ["::1"], true],
    [{ HOST: "192.168.1.5" }, ["192.168.1.5"], false],
    [{ HOST: "lineup.internal" }, ["lineup.internal"], false],
  ])("with %j it listens on %j", (source, hosts, isOnlyHere) => {
    expect(read(source)).toMatchObject({ hosts, isOnlyHere });
  });

  it("makes a demo unless DEMO is off, and has a mailbox only on its own database without a provider", () => {
    expect([read({}).withDemo, read({ DEMO: "on" }).withDemo, read({ DEMO: "off" }).withDemo]).toEqual([
      true,
      true,
      false,
    ]);
    const LINEUP_MAILBOX_WORD = "word";
    expect(read({ LINEUP_MAILBOX_WORD }).mailboxWord).toBe("word");
    expect(read({ LINEUP_MAILBOX_WORD, RESEND_API_KEY: "re_1" }).mailboxWord).toBeUndefined();
    expect(read({ LINEUP_MAILBOX_WORD, DATABASE_URL: "postgres://app:pw@db/app" }).mailboxWord).toBeUndefined();
  });

  it.each([
    ["HOST", "127.1", "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0."],
    ["HOST", "0x7f000001", "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0."],
    ["HOST", "http://localhost", "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0."],
    ["HOST", "localhost:3000", "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0."],
    ["DEMO", "no", "DEMO must be on or off."],
    ["PORT", "abc", 'PORT must be a whole number from 1 to 65535, not "abc".'],
    ["PORT", "0", 'PORT must be a whole number from 1 to 65535, not "0".'],
    ["PORT", "3000.5", 'PORT must be a whole number from 1 to 65535, not "3000.5".'],
    ["TRUST_PROXY", "-1", 'TRUST_PROXY must be a whole number from 0 to 10, not "-1".'],
    ["RESEND_RATE", "fast", 'RESEND_RATE must be a whole number from 1 to 1000, not "fast".'],
    ["APP_URL", "lineup.example", "APP_URL must be an origin such as https://lineup.example, without a path."],
    [
      "APP_URL",
      "https://lineup.example/portal",
      "APP_URL must be an origin such as https://lineup.example, without a path.",
    ],
    ["DATABASE_URL", "mysql://app:pw@db/app", "DATABASE_URL must be a postgres:// address."],
    ["AUTH_SECRET", "short", "AUTH_SECRET must be at least 32 characters long."],
    ["MAIL_FROM", "Lineup", "MAIL_FROM must be a sender such as Lineup <no-reply@lineup.example>."],
  ])("says in one line what is wrong with %s=%s", (name, value, line) => {
    expect(problems({ [name]: value })).toEqual([line]);
  });

  it("names every problem, and never repeats a secret", () => {
    const lines = problems({ PORT: "x", AUTH_SECRET: "hunter2", DATABASE_URL: "db:hunter2" });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain("hunter2");
  });

  it("says which secret is missing only when it is asked for", () => {
    expect(() => read({}).authSecret).toThrow("AUTH_SECRET is not set.");
  });
});
