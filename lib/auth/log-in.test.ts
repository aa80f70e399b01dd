import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { logins, throttles, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, PASSWORD, type Person, unique, viewerOf, visitor } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { actionsOn, rowsOf, sessionsOf } from "@/tests/support/rows";
import { disableMember } from "../members/disable";
import { LogIn, logIn } from "./log-in";
import { sessionOf } from "./session/session-of";

const argon = vi.hoisted(() => ({ verified: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify = (...args: Parameters<typeof real.verify>) => {
    argon.verified++;
    return real.verify(...args);
  };
  return { ...real, verify };
});

const GENERIC = "Wrong username, email or password.";

const enter = (identifier: unknown, password: unknown, from = visitor()) =>
  logIn(from, LogIn.parse({ identifier, password, next: "/" }));

const answerTo = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "in",
    (refused: Error & { field?: string }) => ({ says: refused.message, beside: refused.field }),
  );

const generic = { says: GENERIC, beside: "password" };

const fail = (person: Person, times: number) =>
  Promise.all(Array.from({ length: times }, () => answerTo(enter(person.username, "wrong"))));

describe("getting in", () => {
  test("by username or email, whatever the case and the spaces around", async () => {
    const { ana } = await makeCompany();
    for (const name of [ana.username, ana.email, ` ${ana.email.toUpperCase()}\t`, ana.username?.toUpperCase()]) {
      const { token } = await enter(name, PASSWORD);
      expect((await sessionOf(token))?.memberId).toBe(ana.memberId);
    }
  });

  test("opens a new session each time, of at least 128 random bits and no UUID", async () => {
    const { ana } = await makeCompany();
    const [one, two] = [await enter(ana.username, PASSWORD), await enter(ana.username, PASSWORD)];
    expect(one.token).not.toBe(two.token);
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(await sessionsOf(ana)).toHaveLength(2);
  });

  test("is kept in history, with the last login", async () => {
    const { ana } = await makeCompany();
    const from = visitor();
    await enter(ana.username, PASSWORD, from);
    expect((await rowsOf(ana))?.member.lastLoginAt).not.toBeNull();
    expect(await actionsOn(ana.memberId)).toContain("session.opened");
    const [login] = await writeDb.select().from(logins).where(eq(logins.memberId, ana.memberId));
    expect(login).toMatchObject({ address: from.address, userAgent: from.userAgent });
  });

  test("answers where to go next", async () => {
    const { ana } = await makeCompany();
    expect(await logIn(visitor(), { identifier: ana.username, password: PASSWORD, next: "/inbox" })).toMatchObject({
      next: "/inbox",
    });
  });

  test("a hash of weaker parameters is made anew", async () => {
    const { ana } = await makeCompany();
    const { hash } = await import("@node-rs/argon2");
    const passwordHash = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
    await writeDb.update(users).set({ passwordHash }).where(eq(users.id, ana.userId));
    await Promise.all([enter(ana.username, PASSWORD), enter(ana.email, PASSWORD)]);
    expect((await rowsOf(ana))?.user.passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect(await answerTo(enter(ana.username, PASSWORD))).toBe("in");
  });
});

describe("the generic refusal", () => {
  test("is the same for a wrong password, nobody, the disabled and the pending, at one verification each", async () => {
    const company = await makeCompany();
    const [disabled, pending] = [await company.disabled(), await company.pending()];
    for (const who of [
      company.ana.username,
      company.ana.email,
      `nobody-${unique()}`,
      disabled.username,
      pending.username,
    ]) {
      const before = argon.verified;
      expect(await answerTo(enter(who, "not the password"))).toEqual(generic);
      expect(argon.verified - before).toBe(1);
    }
  });

  test("stands also for the pending with any password", async () => {
    const pending = await (await makeCompany()).pending();
    for (const password of ["", PASSWORD, "null"])
      expect(await answerTo(enter(pending.email, password))).toEqual(generic);
  });

  const file = new File(["x"], "x.txt");
  test.each([
    ["empty", "", ""],
    ["missing", undefined, undefined],
    ["10 kB", "a".repeat(10_240), "b".repeat(10_240)],
    ["NUL", "ana\0", "pass\0word"],
    ["a lone surrogate", "ana\ud800", "pass\ud800"],
    ["sent twice", ["ana", "ben"], ["a", "b"]],
    ["a file", file, file],
    ["an object", { $ne: null }, { $ne: null }],
  ])("stands for what is %s", async (_, identifier, password) => {
    const { ana } = await makeCompany();
    expect(await answerTo(enter(identifier, password))).toEqual(generic);
    expect(await answerTo(enter(identifier, PASSWORD))).toEqual(generic);
    expect(await answerTo(enter(ana.username, password))).toEqual(generic);
  });
});

describe("the disabled", () => {
  test("are told so after the right password only", async () => {
    const disabled = await (await makeCompany()).disabled();
    expect(await answerTo(enter(disabled.username, PASSWORD))).toMatchObject({
      says: "Your account is disabled. Ask an Admin of your company.",
    });
    expect(await sessionsOf(disabled)).toEqual([]);
  });

  test("get no session, however close the two are", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const ben = await company.endUser();
    const entering: { token?: string } = {};
    await meet<unknown>(
      async () => Object.assign(entering, await enter(ben.username, PASSWORD)),
      () => disableMember(viewer, { memberId: ben.memberId, once: undefined }),
    );
    expect(await sessionsOf(ben)).toEqual([]);
    if (entering.token) expect(await sessionOf(entering.token)).toBeNull();
  });
});

describe("after ten failures", () => {
  test("the right password is refused like a wrong one, at the same cost", async () => {
    const { ana } = await makeCompany();
    await fail(ana, 10);
    const before = argon.verified;
    expect(await answerTo(enter(ana.username, PASSWORD))).toEqual(generic);
    expect(argon.verified - before).toBe(1);
  });

  test("spellings count together", async () => {
    const { ana } = await makeCompany();
    for (let i = 0; i < 5; i++) {
      await answerTo(enter(` ${ana.username?.toUpperCase()}`, "wrong"));
      await answerTo(enter(ana.email, "wrong"));
    }
    expect(await answerTo(enter(ana.email, PASSWORD))).toEqual(generic);
  });

  test("at the limit two at once are one try", async () => {
    const { ana } = await makeCompany();
    await fail(ana, 9);
    const both = await Promise.all([answerTo(enter(ana.username, PASSWORD)), answerTo(enter(ana.email, "wrong"))]);
    expect(both).toContainEqual(generic);
  });

  test("it opens by itself, and running sessions never notice", async () => {
    const { ana } = await makeCompany();
    const { token } = await enter(ana.username, PASSWORD);
    await fail(ana, 12);
    expect((await sessionOf(token))?.memberId).toBe(ana.memberId);
    await writeDb
      .update(throttles)
      .set({ resetsAt: sql`now()` })
      .where(sql`starts_with(${throttles.key}, 'login-person')`);
    expect(await answerTo(enter(ana.username, PASSWORD))).toBe("in");
  });

  test("a success before starts the count anew", async () => {
    const { ana } = await makeCompany();
    await fail(ana, 9);
    await enter(ana.username, PASSWORD);
    await fail(ana, 9);
    expect(await answerTo(enter(ana.username, PASSWORD))).toBe("in");
  });

  test("others are not shut out", async () => {
    const { ana, endUser } = await makeCompany();
    await fail(ana, 11);
    expect(await answerTo(enter((await endUser()).username, PASSWORD))).toBe("in");
  });
});
