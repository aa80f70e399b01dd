import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, type Person, viewerOf } from "@/tests/support/cast";
import { disableMember } from "./disable";
import { welcomeOf } from "./welcome";

const told = async (person: Person) => welcomeOf(await viewerOf(person));

const invitedBy = (person: Person, admin: Person) =>
  writeDb.update(members).set({ invitedBy: admin.memberId }).where(eq(members.id, person.memberId));

test("an Admin is told what they manage; one of a group, where", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const all = await told(company.ana);
  expect(all.roles).toBe("Admin");
  expect(all.may).toHaveLength(1);
  expect(all.may[0]).toMatch(/^manage users, .*update company information.* everywhere$/);
  const ofWest = await told(await company.admin({ groupId: west.id }));
  expect(ofWest.roles).toBe("Admin in West");
  expect(ofWest.may[0]).toMatch(/^manage users, .* in West$/);
  expect(ofWest.may[0]).not.toContain("company information");
});

test("a Viewer and a guest are told what they are here", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const viewer = await told(await company.endUser({ role: "viewer" }));
  expect(viewer).toMatchObject({ roles: "Viewer" });
  expect(viewer.may.join()).toContain("see users, groups and numbers");
  const guest = await told(await company.guest(elsewhere.ana));
  expect(guest.may).toEqual([
    "send messages, manage contacts, create and send campaigns and download reports everywhere",
  ]);
  expect(guest).toMatchObject({ roles: "End User", admin: { name: company.ana.name, email: company.ana.email } });
});

test("three lines are named, the default number first; of more it is said how many", async () => {
  const company = await makeCompany();
  const lines = await Promise.all(["D", "B", "A", "C", "E"].map((label) => company.number({ label })));
  const some = await told(await company.endUser({ lines }));
  expect(some.lines.map(({ label }) => label.slice(-1))).toEqual(["D", "A", "B"]);
  expect(some.lines.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
  expect(some.moreLines).toBe(2);
  expect(await told(await company.endUser())).toMatchObject({ lines: [], moreLines: 0 });
});

test("whom to ask: the Admin who invited, another when that one is gone, nobody where it is oneself", async () => {
  const company: Company = await makeCompany();
  const [cara, ben] = [await company.admin({ name: "Cara Novak" }), await company.endUser()];
  await invitedBy(ben, cara);
  expect((await told(ben)).admin).toEqual({ name: "Cara Novak", email: cara.email });
  await disableMember(await viewerOf(company.ana), { memberId: cara.memberId, once: undefined });
  expect((await told(ben)).admin?.email).toBe(company.ana.email);
  expect((await told(company.ana)).admin).toBeNull();
});
