import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, members } from "@/db/schema";
import { isRole, matrix, type Role, roleNames } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { EndSession, endSession } from "@/lib/auth/end-session";
import { change } from "@/lib/change";
import { NotFound } from "@/lib/errors";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember } from "@/lib/members/edit";
import { enableMember } from "@/lib/members/enable";
import { RemoveAccess, removeAccess } from "@/lib/members/remove-access";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { sendReset } from "@/lib/users/send-reset";
import { HOME, makeCompany, onceKey, viewerOf } from "./support/cast";
import { GROUP_ACTIONS } from "./support/matrix/groups";
import { MANY_ACTIONS } from "./support/matrix/many";
import { MEMBER_ACTIONS } from "./support/matrix/members";
import { NUMBER_ACTIONS } from "./support/matrix/numbers";
import { aimed, person, type Row, type Target, target } from "./support/matrix/target";
import { eventsOf, sessionsOf } from "./support/rows";

/** Every action that needs a right, and how it is done. One that is missing here fails the test below. */
const ACTIONS: Record<string, Row> = { ...MEMBER_ACTIONS, ...NUMBER_ACTIONS, ...GROUP_ACTIONS, ...MANY_ACTIONS };

/** What everybody may do to themself and to nobody else, so that it takes no target but one's own session. */
const OWN = [
  "cancelEmailChange",
  "changePassword",
  "closeWelcome",
  "dropForm",
  "joinAccount",
  "switchAccount",
  "endOtherSessions",
  "endSession",
  "logOut",
  "resendEmailChange",
  "updateProfile",
];

const historyOf = async ({ company }: Target) =>
  (await db.select({ id: auditEvents.id }).from(auditEvents).where(eq(auditEvents.accountId, company.accountId)))
    .length;

const peopleOf = async ({ company }: Target) =>
  (await db.select({ id: members.id }).from(members).where(eq(members.accountId, company.accountId))).length;

/** Refused as if it weren't there, and nothing is changed or written down. */
async function isRefused(row: Row, viewer: Viewer, aim: Target) {
  const before = [await historyOf(aim), await peopleOf(aim)];
  const outcome = await row.act(viewer, aim).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(NotFound);
  expect([await historyOf(aim), await peopleOf(aim)]).toEqual(before);
}

test("every action is in the matrix", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("actions.ts"));
  const written = files.flatMap((file) =>
    [...readFileSync(`app/${file}`, "utf8").matchAll(/formAction\(\s*\w+,\s*(\w+)/g)].map(([, verb]) => verb),
  );
  expect(written.length).toBeGreaterThan(15);
  // A verb that does several things has a row for each: "verb, what".
  const listed = Object.keys(ACTIONS).map((name) => name.split(",")[0]);
  expect([...new Set(written)].sort()).toEqual([...new Set([...listed, ...OWN])].sort());
});

/** Whoever is refused changes nothing, so all of them may have the same before them. */
const untouched = madeOnce(() => target());
const viewers = Object.fromEntries(
  Object.keys(roleNames)
    .filter(isRole)
    .map((role) => [role, madeOnce(async () => viewerOf(await (await untouched()).company.endUser({ role })))]),
);

/** Made by whoever asks first. */
function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

describe.each(Object.entries(ACTIONS))("%s", (_, row) => {
  test("is done by an Admin of the company", async () => {
    const aim = await target();
    const before = await historyOf(aim);
    await row.act(await viewerOf(aim.company.ana), aim);
    expect(await historyOf(aim)).toBeGreaterThan(before);
  });

  const others = Object.keys(roleNames)
    .filter(isRole)
    .filter((role: Role) => !matrix[row.permission].roles.includes(role));

  test.each(others)("does not exist for the role %s", async (role) => {
    const viewer = await viewers[role]?.();
    expect(viewer?.assignments.map((held) => held.role)).toEqual([role]);
    if (viewer) await isRefused(row, viewer, await untouched());
  });
});

const aiming = Object.entries(ACTIONS).filter(([, row]) => !row.everywhere);

describe.each(aiming)("%s", (_, row) => {
  test("is not found across companies, by subtree or once it is gone", async () => {
    const aim = await target();
    const stranger = await makeCompany();
    await isRefused(row, await viewerOf(stranger.ana), aim);

    const ofWest = await aim.company.admin({ groupId: aim.west });
    await isRefused(row, await viewerOf(ofWest), aim);

    const ana = await viewerOf(aim.company.ana);
    const nobody = { ...aim.active, memberId: randomUUID(), email: "nobody@x.example" };
    const unknown = {
      active: nobody,
      pending: nobody,
      disabled: nobody,
      guest: nobody,
      numberId: randomUUID(),
      groupId: randomUUID(),
    };
    await isRefused(row, ana, { ...aim, ...unknown });
    await deleteUser(ana, DeleteUser.parse(aimed(aim.active)));
    if (row.permission === "users.manage" && !row.inGroup) {
      await deleteUser(ana, DeleteUser.parse(aimed(aim.pending)));
      await deleteUser(ana, DeleteUser.parse(aimed(aim.disabled)));
      await removeAccess(ana, RemoveAccess.parse(aimed(aim.guest)));
      await isRefused(row, ana, aim);
    }
  });
});

describe.each(aiming)("%s", (_, row) => {
  test("is done by an Admin of the group within it, and not from the group beside it", async () => {
    const aim = await target("west");
    await isRefused(row, await viewerOf(await aim.company.admin({ groupId: aim.east })), aim);
    const before = await historyOf(aim);
    await row.act(await viewerOf(await aim.company.admin({ groupId: aim.west })), aim);
    expect(await historyOf(aim)).toBeGreaterThan(before);
  });
});

test("a verb that forgets its scope is caught, whoever asks", async () => {
  const forgetful: Row = {
    permission: "users.manage",
    act: (viewer, { active }) =>
      change(viewer, undefined, async (c) => {
        await c.tx.update(members).set({ disabledAt: new Date() }).where(eq(members.id, active.memberId));
        c.record("member.disabled", { accountId: active.accountId, id: active.memberId, name: active.name });
      }),
  };
  const aim = await target();
  const ofWest = await aim.company.admin({ groupId: aim.west });
  for (const person of [(await makeCompany()).ana, ofWest, await aim.company.endUser()])
    await expect(isRefused(forgetful, await viewerOf(person), aim)).rejects.toThrow();
});

test("a session is ended by its owner alone", async () => {
  const company = await makeCompany();
  const [ben, ana] = [await company.endUser(), await viewerOf(company.ana)];
  const his = await viewerOf(ben);
  const end = (viewer: Viewer) => endSession(viewer, EndSession.parse({ sessionId: his.sessionId, once: onceKey() }));
  await expect(end(ana)).rejects.toThrow(NotFound);
  expect(await sessionsOf(ben)).toHaveLength(1);
  await end(his);
  expect(await sessionsOf(ben)).toEqual([]);
});

test("a lesser Admin does nothing to a greater one", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const lesser = await viewerOf(await company.admin({ groupId: west.id }));
  for (const act of [disableMember, enableMember, deleteUser, sendReset])
    await expect(act(lesser, aimed(company.ana))).rejects.toThrow(NotFound);
  expect(await eventsOf(company.ana.memberId)).toEqual([]);
});

test("fields that a form doesn't have change nothing", async () => {
  const aim = await target();
  const extra = { role: "admin", accountId: randomUUID(), status: "Disabled", id: randomUUID(), username: "other" };
  const parsed = DisableMember.parse({ ...extra, ...aimed(aim.active) });
  expect(Object.keys(parsed).sort()).toEqual(["memberId", "once"]);
  const edited = EditMember(HOME).parse({
    ...extra,
    ...person(),
    revision: "1",
    ...aimed(aim.active),
    status: "Active",
  });
  expect(Object.keys(edited)).not.toContain("username");
  expect(() => EditMember(HOME).parse({ ...person(), ...aimed(aim.active), revision: "x" })).toThrow();
});
