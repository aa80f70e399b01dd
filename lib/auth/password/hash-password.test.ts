import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, isOutdated, passwordMatches } from "./hash-password";

test("a password is kept as Argon2id with 19 MiB, two passes and one lane", async () => {
  const stored = await hashPassword("harbour ladder quartz 47");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(isOutdated(stored)).toBe(false);
});

test("a hash of weaker parameters counts as outdated", async () => {
  expect(isOutdated(await hash("x", { memoryCost: 8192, timeCost: 1 }))).toBe(true);
});

test.each([
  ["64 characters", "ab".repeat(32)],
  ["128 characters", "ab".repeat(64)],
  ["any script", "пароль 密碼 🔑"],
])("%s work to the last one", async (_, password) => {
  const stored = await hashPassword(password);
  expect(await passwordMatches(password, stored)).toBe(true);
  expect(await passwordMatches(`${password.slice(0, -1)}_`, stored)).toBe(false);
});

test("bytes beyond 72 count", async () => {
  const stored = await hashPassword(`${"a".repeat(72)}b`);
  expect(await passwordMatches(`${"a".repeat(72)}c`, stored)).toBe(false);
});

test("the same password typed on two keyboards is the same (NFKC)", async () => {
  const stored = await hashPassword("caf\u00e9 au lait \ufb01n");
  expect(await passwordMatches("cafe\u0301 au lait fin", stored)).toBe(true);
});

test("nobody's password is no password", async () => {
  for (const typed of ["", "nobody has this password", "a"]) {
    expect(await passwordMatches(typed, null)).toBe(false);
    expect(await passwordMatches(typed, undefined)).toBe(false);
  }
});

test("forty at once take their turns and are all answered", async () => {
  const stored = await hashPassword("harbour ladder quartz 47");
  const answers = await Promise.all(Array.from({ length: 40 }, () => passwordMatches("wrong", stored)));
  expect(answers.filter((right) => !right)).toHaveLength(40);
});
