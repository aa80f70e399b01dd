import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/db";
import { auditEvents, members } from "@/db/schema";
import { isRole, matrix, type Role, roleNames } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { EndSession, endSession } from "@/lib/auth/session/end-session";
import { change } from "@/lib/change";
import { NotFound } from "@/lib/errors";
import { RemoveAccess, removeAccess } from "@/lib/members/access/remove-access";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember } from "@/lib/members/edit";
import { enableMember } from "@/lib/members/enable";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { sendReset } from "@/lib/users/send-reset";
import { HOME, makeCompany, onceKey, viewerOf } from "./support/cast";
import { ACTIONS } from "./support/matrix/all";
import { CONVERSATION_ROWS } from "./support/matrix/conversations";
import { OWN_ACTIONS } from "./support/matrix/own";
import { act, aimed, person, type Row, type Target, target } from "./support/matrix/target";
import { VISITOR_ACTIONS } from "./support/matrix/visitors";
import { eventsOf, sessionsOf } from "./support/rows";

const historyOf = async ({ company }: Target) =>
  (await db.select({ id: auditEvents.id }).from(auditEvents).where(eq(auditEvents.accountId, company.accountId)))
    .length;

const peopleOf = async ({ company }: Target) =>
  (await db.select({ id: members.id }).from(members).where(eq(members.accountId, company.accountId))).length;

/** Refused as if it weren't there, and nothing is changed or written down. */
async function isRefused(row: Row, viewer: Viewer, aim: Target) {
  const before = [await historyOf(aim), await peopleOf(aim)];
  const outcome = await act(row, viewer, aim).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(NotFound);
  expect([await historyOf(aim), await peopleOf(aim)]).toEqual(before);
}

/** The verbs that forms lead to, of people who are logged in or of those who are not. */
function verbsBehind(door: "formAction" | "visitorAction"): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("actions.ts"));
  const written = files.flatMap((file) =>
    [...readFileSync(`app/${file}`, "utf8").matchAll(new RegExp(`${door}\\(\\s*\\w+,\\s*(\\w+)`, "g"))].map(
      ([, verb = ""]) => verb,
    ),
  );
  return [...new Set(written)].sort();
}

// A verb that does several things has a row for each: "verb, what".
const listed = (...rows: object[]) =>
  [...new Set(rows.flatMap(Object.keys).map((name) => name.replace(/,.*/, "")))].sort();

test("every action is in the matrix", () => {
  const verbs = verbsBehind("formAction");
  expect(verbs.length).toBeGreaterThan(15);
  expect(verbs).toEqual(listed(ACTIONS, OWN_ACTIONS, CONVERSATION_ROWS));
  expect(verbsBehind("visitorAction")).toEqual(listed(VISITOR_ACTIONS));
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
    await act(row, await viewerOf(aim.company.ana), aim);
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
      contactId: randomUUID(),
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
    const ofWest = await viewerOf(await aim.company.admin({ groupId: aim.west }));
    if (row.atRoot) return isRefused(row, ofWest, aim);
    await act(row, ofWest, aim);
    expect(await historyOf(aim)).toBeGreaterThan(before);
  });
});

const Forgetful = z.object({ memberId: z.string(), accountId: z.string(), name: z.string() });

test("a verb that forgets its scope is caught, whoever asks", async () => {
  const forgetful: Row = {
    permission: "users.manage",
    form: (_, { active }) => active,
    send: (viewer, form) =>
      change(viewer, undefined, async (c) => {
        const { memberId, accountId, name } = Forgetful.parse(form);
        await c.tx.update(members).set({ disabledAt: new Date() }).where(eq(members.id, memberId));
        c.record("member.disabled", { accountId, id: memberId, name });
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
