import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, members } from "@/db/schema";
import { isRole, matrix, type Permission, type Role, roleNames } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { EditCompany, editCompany } from "@/lib/accounts/edit-company";
import { getCompany } from "@/lib/accounts/get-company";
import { EndSession, endSession } from "@/lib/auth/end-session";
import { NotFound } from "@/lib/errors";
import { CopyInvitationLink, copyInvitationLink } from "@/lib/invitations/copy-link";
import { ResendInvitation, resendInvitation } from "@/lib/invitations/resend";
import { WithdrawInvitation, withdrawInvitation } from "@/lib/invitations/withdraw";
import { AddMember, addMember } from "@/lib/members/add";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { EditMember, editMember } from "@/lib/members/edit";
import { EnableMember, enableMember } from "@/lib/members/enable";
import { RemoveAccess, removeAccess } from "@/lib/members/remove-access";
import { AddNumber, addNumber } from "@/lib/numbers/add";
import { EditNumber, editNumber } from "@/lib/numbers/edit";
import { GiveLine, giveLine } from "@/lib/numbers/give-line";
import { TakeLine, takeLine } from "@/lib/numbers/take-line";
import { DeleteUser, deleteUser } from "@/lib/users/delete";
import { SendReset, sendReset } from "@/lib/users/send-reset";
import { type Company, makeCompany, onceKey, type Person, unique, viewerOf } from "./support/cast";
import { eventsOf, rowsOf, sessionsOf } from "./support/rows";

/**
 * What a verb may be aimed at: somebody Active with a line, somebody Pending, a guest whose login belongs elsewhere, that
 * line, and an empty group. They all stand in one group: the root, or West, beside which there is East.
 */
type Target = {
  company: Company;
  active: Person;
  pending: Person;
  disabled: Person;
  guest: Person;
  numberId: string;
  /** Where they stand, and an empty group under it. */
  placeId: string;
  groupId: string;
  west: string;
  east: string;
};
/** `everywhere`: it concerns the viewer's own company, whichever that is, and takes no target. */
type Row = { permission: Permission; everywhere?: true; act: (viewer: Viewer, target: Target) => Promise<unknown> };

const person = () => ({
  firstName: "Ivo",
  lastName: "Kral",
  timeZone: "UTC",
  username: unique(),
  email: `${unique()}@x.example`,
});
const aimed = (who: Person) => ({ memberId: who.memberId, once: onceKey() });

/** Every action that needs a right, and how it is done. One that is missing here fails the test below. */
const ACTIONS: Record<string, Row> = {
  addMember: {
    permission: "users.manage",
    everywhere: true,
    act: (v) => addMember(v, AddMember.parse({ ...person(), userType: "end-user" })),
  },
  editMember: {
    permission: "users.manage",
    act: async (v, t) => {
      const now = await rowsOf(t.active);
      const seen = { revision: now?.member.revision ?? 1, defaultNumber: now?.member.defaultNumberId ?? "" };
      return editMember(v, EditMember.parse({ ...person(), ...seen, ...aimed(t.active) }));
    },
  },
  "editMember, its access": {
    permission: "users.manage",
    act: async (v, t) => {
      const now = await rowsOf(t.active);
      const seen = { revision: now?.member.revision ?? 1, defaultNumber: now?.member.defaultNumberId ?? "" };
      const access = { newRole: "viewer", newGroup: t.groupId, reviewed: "live" };
      return editMember(v, EditMember.parse({ ...person(), ...seen, ...access, ...aimed(t.active) }));
    },
  },
  disableMember: { permission: "users.manage", act: (v, t) => disableMember(v, DisableMember.parse(aimed(t.active))) },
  enableMember: { permission: "users.manage", act: (v, t) => enableMember(v, EnableMember.parse(aimed(t.disabled))) },
  deleteUser: { permission: "users.manage", act: (v, t) => deleteUser(v, DeleteUser.parse(aimed(t.active))) },
  sendReset: { permission: "users.manage", act: (v, t) => sendReset(v, SendReset.parse(aimed(t.active))) },
  resendInvitation: {
    permission: "users.manage",
    act: (v, t) => resendInvitation(v, ResendInvitation.parse(aimed(t.pending))),
  },
  withdrawInvitation: {
    permission: "users.manage",
    act: (v, t) => withdrawInvitation(v, WithdrawInvitation.parse(aimed(t.pending))),
  },
  removeAccess: { permission: "users.manage", act: (v, t) => removeAccess(v, RemoveAccess.parse(aimed(t.guest))) },
  copyInvitationLink: {
    permission: "users.manage",
    act: (v, t) => copyInvitationLink(v, CopyInvitationLink.parse(aimed(t.pending))),
  },
  addNumber: {
    permission: "numbers.manage",
    everywhere: true,
    act: (v) => addNumber(v, AddNumber.parse({ number: `+1415${String(Date.now()).slice(-7)}`, label: "New" })),
  },
  editNumber: {
    permission: "numbers.manage",
    act: (v, t) => editNumber(v, EditNumber.parse({ numberId: t.numberId, label: "Renamed", status: "Active" })),
  },
  giveLine: {
    permission: "numbers.manage",
    act: (v, t) => giveLine(v, GiveLine.parse({ numberId: t.numberId, person: t.pending.email })),
  },
  takeLine: {
    permission: "numbers.manage",
    act: (v, t) => takeLine(v, TakeLine.parse({ numberId: t.numberId, memberId: t.active.memberId })),
  },
  editCompany: {
    permission: "company.manage",
    everywhere: true,
    act: async (v, t) => {
      const seen = (await getCompany(await viewerOf(t.company.ana)))?.seen;
      return editCompany(v, EditCompany.parse({ name: "Renamed", timeZone: "UTC", seen }));
    },
  },
};

/** What everybody may do to themself and to nobody else, so that it takes no target but one's own session. */
const OWN = [
  "cancelEmailChange",
  "changePassword",
  "joinAccount",
  "switchAccount",
  "endOtherSessions",
  "endSession",
  "logOut",
  "resendEmailChange",
  "updateProfile",
];

async function target(where: "root" | "west" = "root"): Promise<Target> {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const placeId = where === "west" ? west.id : company.rootGroupId;
  const line = await company.number({ groupId: placeId });
  const group = await company.group("Store", placeId);
  return {
    company,
    active: await company.endUser({ groupId: placeId, lines: [line] }),
    pending: await company.pending({ groupId: placeId }),
    disabled: await company.disabled({ groupId: placeId }),
    guest: await company.guest(await elsewhere.endUser(), { groupId: placeId }),
    numberId: line.id,
    placeId,
    groupId: group.id,
    west: west.id,
    east: east.id,
  };
}

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
    const aim = await target();
    await isRefused(row, await viewerOf(await aim.company.endUser({ role })), aim);
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
    if (row.permission === "users.manage") {
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
  const edited = EditMember.parse({ ...extra, ...person(), revision: "1", ...aimed(aim.active), status: "Active" });
  expect(Object.keys(edited)).not.toContain("username");
  expect(() => EditMember.parse({ ...person(), ...aimed(aim.active), revision: "x" })).toThrow();
});
