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
