import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { users } from "@/db/schema";
import { writeDb } from "@/db/write";
import {
  makeCompany,
  onceKey,
  openSession,
  PASSWORD,
  type Person,
  unique,
  viewerOf,
  visitor,
} from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { actionsOn, countsOf, rowsOf, sessionsOf, statusOf } from "@/tests/support/rows";
import { logIn } from "../auth/log-in";
import { sessionOf } from "../auth/session/session-of";
import { linkState } from "../links/link-state";
import { disableMember } from "../members/disable";
import { AcceptInvitation, acceptInvitation } from "./accept";

const accept = (token: unknown, more: Record<string, unknown> = {}) =>
  acceptInvitation(
    visitor(),
    AcceptInvitation.parse({ token, password: PASSWORD, confirmPassword: PASSWORD, ...more }),
  );

const enter = (identifier: string | null, password = PASSWORD) => logIn(visitor(), { identifier, password, next: "/" });

const dead = "This link no longer works";

async function invited(wishes = {}) {
  const company = await makeCompany();
  const ben = await company.pending({ name: "Ben Ortiz", ...wishes });
  return { company, ben, token: await linkTo(ben, "invitation") };
}

describe("accepting", () => {
  test("makes the person Active, with the password they chose, and lets them in", async () => {
    const { company, ben, token } = await invited();
    await accept(token);
    expect(await statusOf(ben)).toBe("Active");
    expect(await countsOf(company)).toMatchObject({ pending: 0, active: 2 });
    expect(await actionsOn(ben.memberId)).toContain("invitation.accepted");
    await enter(ben.username);
  });

  test("logs them in at once, and them alone: a session of their own, in Recent History, for their first time", async () => {
    const { ben, token } = await invited();
    const { token: secret, memberId } = await accept(token);
    expect(memberId).toBe(ben.memberId);
    expect(await sessionOf(secret ?? "")).toMatchObject({ userId: ben.userId, memberId, isNew: true });
    expect(await sessionsOf(ben)).toHaveLength(1);
    expect((await actionsOn(ben.memberId)).slice(0, 2)).toEqual(["session.opened", "invitation.accepted"]);
    expect((await rowsOf(ben))?.member.lastLoginAt).not.toBeNull();
    const { token: later } = await enter(ben.username);
    expect(await sessionOf(later)).toMatchObject({ isNew: false });
  });

  test("ends the session of whoever else was logged in on that browser", async () => {
    const { company, token } = await invited();
    const former = await openSession(company.ana);
    const input = AcceptInvitation.parse({ token, password: PASSWORD, confirmPassword: PASSWORD });
    await acceptInvitation({ ...visitor(), session: former }, input);
    expect(await sessionOf(former)).toBeNull();
  });

  test("sent again after the password was changed, or once disabled, lets nobody in", async () => {
    const { company, ben, token } = await invited();
    const once = onceKey();
    await accept(token, { once });
    expect((await accept(token, { once })).token).not.toBeNull();
    await writeDb.update(users).set({ passwordChangedAt: new Date() }).where(eq(users.id, ben.userId));
    expect((await accept(token, { once })).token).toBeNull();
    const second = await company.pending();
    const theirs = await linkTo(second, "invitation");
    await accept(theirs, { once });
    await disableMember(await viewerOf(company.ana), { memberId: second.memberId, once: undefined });
    expect((await accept(theirs, { once })).token).toBeNull();
  });

  test("of twenty at once one wins", async () => {
    const { company, ben, token } = await invited();
    const passwords = Array.from({ length: 20 }, (_, i) => `${PASSWORD} number ${i}`);
    const answers = await Promise.allSettled(
      passwords.map((password) => accept(token, { password, confirmPassword: password, once: onceKey() })),
    );
    const won = answers.map(({ status }) => status === "fulfilled");
    expect(won.filter(Boolean)).toHaveLength(1);
    await enter(ben.username, passwords[won.indexOf(true)]);
    expect(await countsOf(company)).toMatchObject({ pending: 0, active: 2 });
  });

  test("a doubled submit gets the first answer", async () => {
    const { token } = await invited();
    const once = onceKey();
    await Promise.all([accept(token, { once }), accept(token, { once })]);
  });

  test("takes no name, username or email from a person who has them", async () => {
    const { ben, token } = await invited();
    await accept(token, {
      firstName: "Mallory",
      lastName: "M",
      username: `m-${unique()}`,
      email: "m@x.example",
      role: "admin",
    });
    expect((await rowsOf(ben))?.user).toMatchObject({ firstName: "Ben", username: ben.username, email: ben.email });
  });
});

describe("invited by email only", () => {
  const bare = { name: "", username: null };

  test("the person says who they are", async () => {
    const { ben, token } = await invited(bare);
    const username = `benita.${unique()}`;
    await accept(token, { firstName: "Benita", lastName: "Ortiz", username, timeZone: "Europe/Madrid" });
    expect((await rowsOf(ben))?.user).toMatchObject({ firstName: "Benita", username, timeZone: "Europe/Madrid" });
    await enter(username);
  });

  test("and is told what is missing or taken, with the link unused", async () => {
    const { company, token } = await invited(bare);
    const about = { firstName: "Benita", lastName: "Ortiz", timeZone: "Europe/Madrid" };
    await expect(accept(token)).rejects.toMatchObject({ field: "firstName" });
    await expect(accept(token, about)).rejects.toMatchObject({ field: "username" });
    const taken = { ...about, username: company.ana.username?.toUpperCase() };
    await expect(accept(token, taken)).rejects.toMatchObject({ field: "username" });
    expect((await linkState("invitation", token))?.state).toBe("live");
  });
});

describe("an invitation changes nothing when it", () => {
  const stays = async (person: Person, token: unknown) => {
    const before = await rowsOf(person);
    await expect(accept(token)).rejects.toThrow(dead);
    expect(await rowsOf(person)).toEqual(before);
  };

  test("has expired, by one second", async () => {
    const { ben, token } = await invited();
    await expire(token);
    await stays(ben, token);
  });

  test("was replaced", async () => {
    const { ben, token } = await invited();
    await linkTo(ben, "invitation");
    await stays(ben, token);
  });

  test("was used", async () => {
    const { ben, token } = await invited();
    await accept(token);
    await stays(ben, token);
  });

  test("is a link of another purpose, unknown or malformed", async () => {
    const { ben } = await invited();
    for (const token of [await linkTo(ben, "reset"), "x".repeat(43), "", undefined, ["a", "b"], "\0"])
      await stays(ben, token);
  });

  test("belongs to somebody disabled since", async () => {
    const { company, ben, token } = await invited();
    await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: undefined });
    await stays(ben, token);
  });

  test("would give a second password to somebody who has one", async () => {
    const { company } = await invited();
    await stays(company.ana, await linkTo(company.ana, "invitation"));
  });

  test("comes with a password that is little more than the person", async () => {
    const { ben, token } = await invited();
    const password = `${ben.name} 2024`;
    await expect(accept(token, { password, confirmPassword: password })).rejects.toThrow("your name");
    expect((await linkState("invitation", token))?.state).toBe("live");
  });
});

test("accepting and disabling at once never leaves somebody half in", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  const ben = await company.pending();
  const token = await linkTo(ben, "invitation");
  await meet<unknown>(
    () => accept(token),
    () => disableMember(viewer, { memberId: ben.memberId, once: undefined }),
  );
  expect(await statusOf(ben)).toBe("Disabled");
});

test("of two invitations of one person opened at once, one makes the password and the other changes none", async () => {
  const [home, elsewhere] = [await makeCompany(), await makeCompany()];
  const ben = await home.pending();
  const tokens = [await linkTo(ben, "invitation")];
  tokens.push(await linkTo(await elsewhere.guest(ben, { place: "Pending" }), "invitation"));
  const passwords = ["teal anchor violin 83", "copper walnut bridge 12"];
  const done = await meet(
    ...tokens.map((token, at) => () => accept(token, { password: passwords[at], confirmPassword: passwords[at] })),
  );
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const chosen = passwords[done.findIndex(({ status }) => status === "fulfilled")];
  expect((await enter(ben.username, chosen)).token).toBeTruthy();
});
