import { expect, test } from "vitest";
import { leaksIn } from "./leaks";

const secrets = ["harbour ladder quartz 47", "n0tAToken-But_As-Random"];

test.each([
  "login failed for ana.1f2e@harbour.example",
  "GET /forgot?email=ana%40harbour.example",
  "GET /welcome?token=abcdefghijklmnop 200",
  "error: $argon2id$v=19$m=19456",
  "cookie: lineup.session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JD",
  'typed "harbour ladder quartz 47"',
  "redeeming n0tAToken-But_As-Random",
])("a log with the line %s tells too much", (line) => {
  expect(leaksIn(`Opening the doors\n${line}\nStopping`, secrets)).not.toEqual([]);
});

test("a log with event ids, masked addresses and paths tells nothing", () => {
  const log = "error 0199f5a2 on /welcome\nsent to a***@harbour.example? no, to member 42\n@next/swc at 127.0.0.1:5432";
  expect(leaksIn("Opening the doors\nerror 0199f5a2 on /welcome?token=…\n@next/swc at 127.0.0.1", secrets)).toEqual([]);
  expect(leaksIn(log, secrets)).toEqual([]);
});
