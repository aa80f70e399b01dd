import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { links } from "@/db/schema";
import { passwordMatches } from "@/lib/auth/password/hash-password";
import { change } from "@/lib/change";
import { issueLink } from "@/lib/links/issue";
import { makeCompany, onceKey, openSession, PASSWORD, type Person, viewerOf } from "@/tests/support/cast";
import { actionsOn, mailTo, rowsOf, sessionsOf } from "@/tests/support/rows";
import { ChangePassword, changePassword } from "./change-password";

const NEW = "teal anchor violin 83";
const input = (changes: Partial<Parameters<typeof changePassword>[1]> = {}) => ({
  currentPassword: PASSWORD,
  password: NEW,
  confirmPassword: NEW,
  once: onceKey(),
  ...changes,
});

const holds = async (person: Person, password: string) =>
  passwordMatches(password, (await rowsOf(person))?.user.passwordHash);

describe("changing one's password", () => {
  test("ends every other session, kills reset and email links and tells the person", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    await openSession(person);
    await change({ kind: "system", name: "test" }, undefined, async (c) => {
      const whose = { userId: person.userId, memberId: person.memberId };
      await issueLink(c, { purpose: "reset", ...whose });
      await issueLink(c, { purpose: "email-change", ...whose, email: "thief@harbour.example" });
      c.record("password.reset-asked", { accountId: person.accountId, id: person.memberId, name: person.name });
    });
    await changePassword(viewer, input());
    expect(await holds(person, NEW)).toBe(true);
    expect((await sessionsOf(person)).map((session) => session.id)).toEqual([viewer.sessionId]);
    const left = await db.select().from(links).where(eq(links.userId, person.userId));
    expect(left.every((link) => link.revokedAt !== null)).toBe(true);
    expect((await mailTo(person.email)).map((mail) => mail.template)).toEqual(["password-changed"]);
    expect(await actionsOn(person.memberId)).toContain("password.changed");
  });

  test("needs the current one; ten wrong ones close the form, not the session", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const wrong = () => changePassword(viewer, input({ currentPassword: "not the password 47" }));
    for (let tries = 0; tries < 10; tries++) await expect(wrong()).rejects.toMatchObject({ field: "currentPassword" });
    await expect(changePassword(viewer, input())).rejects.toMatchObject({ field: "currentPassword" });
    expect(await holds(person, PASSWORD)).toBe(true);
    expect(await sessionsOf(person)).toHaveLength(1);
  });

  test("counts the wrong ones alone: whoever knows it may choose as often as they like", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const weak = () => changePassword(viewer, input({ password: PASSWORD, confirmPassword: PASSWORD }));
    for (let tries = 0; tries < 11; tries++) await expect(weak()).rejects.toMatchObject({ field: "password" });
    await changePassword(viewer, input());
    expect(await holds(person, NEW)).toBe(true);
  });

  test("refuses a weak one beside its field", async () => {
    const person = await (await makeCompany()).endUser();
    const weak = "passwordpassword";
    const attempt = changePassword(await viewerOf(person), input({ password: weak, confirmPassword: weak }));
    await expect(attempt).rejects.toMatchObject({ name: "Refused", field: "password" });
    expect(await holds(person, PASSWORD)).toBe(true);
  });

  test("the same form sent twice at once gets one answer, one change, one email", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const same = input();
    await Promise.all([changePassword(viewer, same), changePassword(viewer, same)]);
    expect(await mailTo(person.email)).toHaveLength(1);
  });

  test("two different ones at once: one wins, the other no longer knows the current password", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const other = "copper saddle meadow 12";
    const answers = await Promise.allSettled([
      changePassword(viewer, input()),
      changePassword(viewer, input({ password: other, confirmPassword: other })),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the two new ones must be the same", () => {
    const typed = { currentPassword: PASSWORD, password: NEW, confirmPassword: `${NEW}!` };
    expect(ChangePassword.safeParse(typed).error?.issues[0]?.path).toEqual(["confirmPassword"]);
  });
});
