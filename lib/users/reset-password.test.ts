import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { links } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, openSession, PASSWORD, type Person, viewerOf, visitor } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { actionsOn, mailTo, rowsOf, sessionsOf } from "@/tests/support/rows";
import { logIn } from "../auth/log-in";
import { linkState } from "../links/link-state";
import { disableMember } from "../members/disable";
import { ResetPassword, resetPassword } from "./reset-password";

const NEW = "quartz harbour 48 ladders";

const save = (token: unknown, password = NEW, once?: string) =>
  resetPassword(visitor(), ResetPassword.parse({ token, password, confirmPassword: password, once }));

const enter = (person: Person, password: string) =>
  logIn(visitor(), { identifier: person.username, password, next: "/" }).then(
    () => "in",
    () => "out",
  );

const outcomes = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).map(({ status }) => status === "fulfilled");

const hashOf = async (person: Person) => (await rowsOf(person))?.user.passwordHash;

describe("a new password", () => {
  test("lets in, and the old one no longer does", async () => {
    const { ana } = await makeCompany();
    await save(await linkTo(ana, "reset"));
    expect([await enter(ana, NEW), await enter(ana, PASSWORD)]).toEqual(["in", "out"]);
  });

  test("ends all their sessions, tells them by email and is kept in history", async () => {
    const { ana } = await makeCompany();
    await openSession(ana);
    await openSession(ana);
    await save(await linkTo(ana, "reset"));
    expect(await sessionsOf(ana)).toEqual([]);
    expect((await mailTo(ana.email)).map(({ template }) => template)).toEqual(["password-changed"]);
    expect((await actionsOn(ana.memberId))[0]).toBe("password.reset");
  });

  test("kills an email change that waits", async () => {
    const { ana } = await makeCompany();
    const change = await linkTo(ana, "email-change", "mallory@elsewhere.example");
    await save(await linkTo(ana, "reset"));
    expect((await linkState("email-change", change))?.state).toBe("revoked");
  });

  test("opens a login that was locked by guessing", async () => {
    const { ana } = await makeCompany();
    for (let i = 0; i < 10; i++) await enter(ana, "wrong");
    await save(await linkTo(ana, "reset"));
    expect(await enter(ana, NEW)).toBe("in");
  });

  test("never leaves a session of the old one behind, however close the two are", async () => {
    const { ana } = await makeCompany();
    const token = await linkTo(ana, "reset");
    await meet<unknown>(
      () => save(token),
      () => enter(ana, PASSWORD),
    );
    expect(await sessionsOf(ana)).toEqual([]);
  });
});

describe("a link is good for one", () => {
  test("of twenty at once one wins", async () => {
    const { ana } = await makeCompany();
    const token = await linkTo(ana, "reset");
    const passwords = Array.from({ length: 20 }, (_, i) => `${NEW} number ${i}`);
    const won = await outcomes(passwords.map((password) => save(token, password, onceKey())));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await enter(ana, passwords[won.indexOf(true)] ?? "")).toBe("in");
    expect(await mailTo(ana.email)).toHaveLength(1);
  });

  test("a doubled submit gets the first answer and changes nothing more", async () => {
    const { ana } = await makeCompany();
    const [token, once] = [await linkTo(ana, "reset"), onceKey()];
    expect(await outcomes([save(token, NEW, once), save(token, NEW, once)])).toEqual([true, true]);
    expect(await mailTo(ana.email)).toHaveLength(1);
  });

  test("used, expired, replaced, of another purpose, unknown or malformed, it changes nothing", async () => {
    const company = await makeCompany();
    const { ana } = company;
    const used = await linkTo(ana, "reset");
    await save(used, PASSWORD);
    const replaced = await linkTo(ana, "reset");
    const expired = await linkTo(ana, "reset");
    await expire(expired);
    const other = await linkTo(ana, "invitation");
    const before = await hashOf(ana);
    for (const token of [used, replaced, expired, other, "", undefined, ["a"], "\0", "x".repeat(10_000)]) {
      await expect(save(token)).rejects.toThrow("This link no longer works");
    }
    expect(await hashOf(ana)).toBe(before);
  });

  test("it lives for an hour", async () => {
    const { ana } = await makeCompany();
    await linkTo(ana, "reset");
    const [row] = await writeDb
      .select({ hours: sql<number>`extract(epoch from ${links.expiresAt} - ${links.createdAt})::int / 3600` })
      .from(links)
      .where(eq(links.memberId, ana.memberId));
    expect(row?.hours).toBe(1);
  });

  test("disabling kills it, enabled again or not", async () => {
    const company = await makeCompany();
    const ben = await company.endUser();
    const token = await linkTo(ben, "reset");
    await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: undefined });
    await expect(save(token)).rejects.toThrow("This link no longer works");
  });

  test("it never makes the pending Active, nor the disabled", async () => {
    const company = await makeCompany();
    for (const person of [await company.pending(), await company.disabled()]) {
      const before = await hashOf(person);
      await expect(save(await linkTo(person, "reset"))).rejects.toThrow("This link no longer works");
      expect(await hashOf(person)).toBe(before);
    }
  });
});

describe("a password that won't do", () => {
  test("leaves the link as it was", async () => {
    const { ana } = await makeCompany();
    const token = await linkTo(ana, "reset");
    await expect(save(token, `${ana.firstName} ${ana.lastName} 1234`)).rejects.toThrow("your name");
    await expect(save(token, "abcabcabcabc")).rejects.toThrow("repeats");
    expect((await linkState("reset", token))?.state).toBe("live");
    await save(token);
  });

  test("is told beside both fields at once", () => {
    const parsed = ResetPassword.safeParse({ token: "t", password: "short", confirmPassword: "other" });
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["password", expect.stringContaining("12 characters or more")],
      ["confirmPassword", "The passwords are not the same."],
    ]);
  });

  test.each([
    ["nothing", {}],
    ["a file", { password: new File(["x"], "x"), confirmPassword: new File(["x"], "x") }],
    ["sent twice", { password: [NEW, NEW], confirmPassword: [NEW, NEW] }],
    ["10 kB", { password: "a".repeat(10_240), confirmPassword: "a".repeat(10_240) }],
    ["NUL", { password: `${NEW}\0`, confirmPassword: `${NEW}\0` }],
    ["a lone surrogate", { password: `${NEW}\ud800`, confirmPassword: `${NEW}\ud800` }],
  ])("%s is an error beside the field", (_, typed) => {
    const fields = ResetPassword.safeParse({ token: "t", ...typed }).error?.issues.map(({ path }) => path[0]);
    expect(fields).toContain("password");
  });
});

test("fields that nobody asked for change nothing", async () => {
  const { ana, endUser } = await makeCompany();
  const ben = await endUser();
  const typed = { token: await linkTo(ben, "reset"), password: NEW, confirmPassword: NEW };
  const forged = { ...typed, userId: ana.userId, memberId: ana.memberId, email: ana.email, role: "admin" };
  await resetPassword(visitor(), ResetPassword.parse(forged));
  expect([await enter(ana, PASSWORD), await enter(ben, NEW)]).toEqual(["in", "in"]);
});
