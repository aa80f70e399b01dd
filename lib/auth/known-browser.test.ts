import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { refusedLogins, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Visitor } from "@/lib/access/viewer";
import { makeCompany, PASSWORD, type Person, unique, visitor } from "@/tests/support/cast";
import { actionsOn, mailTo, rowsOf, tokenFor } from "@/tests/support/rows";
import { forgotPassword } from "../users/forgot-password";
import { resetPassword } from "../users/reset-password";
import { MARKS_SECONDS, markOf, openMarks, sealMarks, withMark } from "./browser-marks";
import { LogIn, logIn } from "./log-in";

const GENERIC = "Wrong username, email or password.";
const enter = (who: unknown, password: string, from: Visitor = visitor()) =>
  logIn(from, LogIn.parse({ identifier: who, password, next: "/" }));
const fail = (person: Person, times: number, from?: Visitor) =>
  Promise.allSettled(Array.from({ length: times }, () => enter(person.username, "wrong", from ?? visitor())));

async function knownBrowser(...persons: Person[]): Promise<Visitor> {
  let metBefore: ReturnType<typeof withMark> = [];
  for (const { memberId, userId } of persons) {
    const row = await rowsOf({ memberId });
    metBefore = withMark(metBefore, { userId, passwordChangedAt: row?.user.passwordChangedAt ?? null });
  }
  return { ...visitor(), metBefore };
}

const refusedOf = ({ userId }: Person) => writeDb.select().from(refusedLogins).where(eq(refusedLogins.userId, userId));

describe("strangers who use up somebody's tries", () => {
  test("keep them out of no browser that they have logged in with", async () => {
    const { ana } = await makeCompany();
    const own = await knownBrowser(ana);
    await fail(ana, 12);
    await expect(enter(ana.username, PASSWORD)).rejects.toThrow(GENERIC);
    for (let time = 0; time < 2; time++) expect(await enter(ana.email, PASSWORD, own)).toHaveProperty("token");
    await expect(enter(ana.username, PASSWORD)).rejects.toThrow(GENERIC);
  });

  test("are told of by email once a day, and in Activity once an hour, however many they are", async () => {
    const { ana } = await makeCompany();
    await fail(ana, 9);
    expect(await mailTo(ana.email)).toEqual([]);
    await fail(ana, 4);
    expect((await mailTo(ana.email)).map(({ template }) => template)).toEqual(["login-attempts"]);
    expect((await actionsOn(ana.memberId)).sort()).toEqual(["login.refused", "login.throttled"]);
  });

  test("nobody gets an email who can't log in anyway", async () => {
    const company = await makeCompany();
    for (const person of [await company.pending(), await company.disabled()]) {
      await fail(person, 12);
      expect(await mailTo(person.email)).toEqual([]);
      expect(await actionsOn(person.memberId)).toContain("login.throttled");
    }
  });

  test("are told of to the company that owns the login, to no other that the person is in", async () => {
    const [home, elsewhere] = [await makeCompany(), await makeCompany()];
    for (const person of [await home.endUser(), await home.disabled()]) {
      const guest = await elsewhere.guest(person);
      await fail(person, 12);
      expect((await actionsOn(person.memberId)).sort()).toEqual(["login.refused", "login.throttled"]);
      expect(await actionsOn(guest.memberId)).toEqual([]);
      for (const mail of await mailTo(person.email)) expect(mail.accountId).toBe(home.accountId);
    }
  });

  test("are counted for Recent History, in one row an hour for each address and device", async () => {
    const { ana } = await makeCompany();
    const stranger = visitor();
    await fail(ana, 7, stranger);
    expect(await refusedOf(ana)).toMatchObject([{ address: stranger.address, times: 7 }]);
    await fail(ana, 8);
    expect((await refusedOf(ana)).length).toBeLessThanOrEqual(10);
  });
});

describe("a browser that is known", () => {
  test("has ten tries of its own, which use up nobody else's", async () => {
    const { ana } = await makeCompany();
    const own = await knownBrowser(ana);
    await fail(ana, 10, own);
    await expect(enter(ana.username, PASSWORD, own)).rejects.toThrow(GENERIC);
    expect(await enter(ana.username, PASSWORD)).toHaveProperty("token");
    expect(await mailTo(ana.email)).toEqual([]);
  });

  test("is known for several persons, and for nobody who has not logged in there", async () => {
    const company = await makeCompany();
    const [ben, cara] = [await company.endUser(), await company.endUser()];
    const shared = await knownBrowser(company.ana, ben);
    for (const person of [company.ana, ben, cara]) await fail(person, 10);
    for (const person of [company.ana, ben])
      expect(await enter(person.email, PASSWORD, shared)).toHaveProperty("token");
    await expect(enter(cara.email, PASSWORD, shared)).rejects.toThrow(GENERIC);
  });

  test("is known no more once the password is reset", async () => {
    const { ana } = await makeCompany();
    const own = await knownBrowser(ana);
    await forgotPassword(visitor(), { identifier: ana.email, once: undefined });
    const password = "teal anchor violin 83";
    await resetPassword(visitor(), {
      token: await tokenFor(ana.email),
      password,
      confirmPassword: password,
      once: undefined,
    });
    await fail(ana, 10);
    await expect(enter(ana.email, password, own)).rejects.toThrow(GENERIC);
  });

  test("proves it by a cookie that nobody can make up or change, for 400 days", async () => {
    const { ana } = await makeCompany();
    const [{ passwordChangedAt } = { passwordChangedAt: null }] = await writeDb
      .select({ passwordChangedAt: users.passwordChangedAt })
      .from(users)
      .where(eq(users.id, ana.userId));
    const person = { userId: ana.userId, passwordChangedAt };
    const marks = withMark([], person);
    const cookie = sealMarks(marks);
    expect(openMarks(cookie)).toEqual(marks);
    expect(cookie).not.toContain(Buffer.from(ana.userId).toString("base64url").slice(2, 20));
    expect(markOf({ ...visitor(), metBefore: openMarks(cookie) }, person)).toEqual(marks[0]);
    const changed = Buffer.from(cookie, "base64url");
    changed[40] = (changed[40] ?? 0) ^ 1;
    for (const forged of [changed.toString("base64url"), "", "x", cookie.slice(0, -2), `${unique()}${cookie}`])
      expect(() => openMarks(forged)).toThrow();
    const old = marks.map((mark) => ({ ...mark, at: Date.now() - MARKS_SECONDS * 1000 - 1 }));
    expect(openMarks(sealMarks(old))).toEqual([]);
  });
});
