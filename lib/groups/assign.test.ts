import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, unique, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, rolesOf } from "@/tests/support/rows";
import type { Role } from "../access/permissions";
import { AssignUser, assignUser } from "./assign";
import { unassignUser } from "./unassign";

const assignForm = (group: { id: string }, person: { email: string }, role: Role = "sender") => ({
  groupId: group.id,
  person: person.email,
  role,
  once: onceKey(),
});
const unassignForm = (groupId: string, { memberId }: { memberId: string }, role: Role = "sender") => ({
  groupId,
  memberId,
  role,
  once: onceKey(),
});

const holds = async (person: { memberId: string }) =>
  (await rolesOf(person)).map(({ role, groupId }) => `${role} ${groupId}`).sort();

describe("assigning a user", () => {
  test("gives the role at the group, by username or email, beside what they hold", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const person = await company.endUser();
    const viewer = await viewerOf(company.ana);
    expect(await assignUser(viewer, assignForm(west, person))).toEqual({
      name: person.name,
      role: "Sender",
      undo: expect.any(String),
      group: "West",
    });
    await assignUser(viewer, { ...assignForm(west, person, "viewer"), person: (person.username ?? "").toUpperCase() });
    expect(await holds(person)).toEqual(
      [`end-user ${company.rootGroupId}`, `sender ${west.id}`, `viewer ${west.id}`].sort(),
    );
    expect((await eventsOf(person.memberId)).map(({ action, details }) => ({ action, details }))).toEqual([
      { action: "role.given", details: { after: { role: "viewer", group: "West" } } },
      { action: "role.given", details: { after: { role: "sender", group: "West" } } },
    ]);
  });

  test("finds the person by an address in its own letters, as lists show it", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const email = `zoe.${unique()}@xn--bcher-kva.example`;
    const person = await company.endUser({ email });
    const shown = { email: email.replace("xn--bcher-kva", "Bücher") };
    await assignUser(await viewerOf(company.ana), assignForm(west, shown));
    expect(await holds(person)).toContain(`sender ${west.id}`);
  });

  test("who holds it already, or is oneself, is refused", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const person = await company.endUser({ groupId: west.id, role: "sender" });
    const viewer = await viewerOf(company.ana);
    const again = assignUser(viewer, assignForm(west, person));
    await expect(again).rejects.toMatchObject({
      field: "person",
      message: `${person.name} has that role here already.`,
    });
    await expect(assignUser(viewer, assignForm(west, company.ana))).rejects.toMatchObject({ name: "Refused" });
  });

  test("two Admins at once, or the same form twice: it is given once", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const person = await company.endUser();
    const [ana, other] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
    const form = assignForm(west, person);
    await Promise.allSettled([
      assignUser(ana, form),
      assignUser(ana, form),
      assignUser(other, assignForm(west, person)),
    ]);
    expect(await actionsOn(person.memberId)).toEqual(["role.given"]);
  });

  test("somebody of another company, an unknown name and somebody outside one's part are no such user", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const both = await company.endUser({ groupId: west.id });
    await assignUser(await viewerOf(company.ana), assignForm(east, both));
    for (const person of [await elsewhere.endUser(), { email: "nobody" }, await company.endUser(), company.ana, both]) {
      const attempt = assignUser(ofWest, assignForm(west, person));
      await expect(attempt).rejects.toMatchObject({ field: "person", message: "No such user in your company." });
    }
  });

  test("in a group outside one's part, of another company or unknown is not found; roles are known ones", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const person = await company.endUser({ groupId: west.id });
    const root = { id: company.rootGroupId };
    for (const group of [east, root, { id: elsewhere.rootGroupId }, { id: crypto.randomUUID() }])
      await expect(assignUser(ofWest, assignForm(group, person))).rejects.toMatchObject({ name: "NotFound" });
    for (const who of [await company.endUser(), await company.endUser({ role: "viewer" })])
      await expect(assignUser(await viewerOf(who), assignForm(west, person))).rejects.toMatchObject({
        name: "NotFound",
      });
    const parsed = AssignUser.safeParse({ ...assignForm(west, person), role: "owner" });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ["role"], message: "Choose a role." });
  });
});

describe("taking a role at a group", () => {
  test("leaves what they hold elsewhere; the last one stays", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const person = await company.endUser({ groupId: west.id, role: "sender" });
    const viewer = await viewerOf(company.ana);
    const last = unassignUser(viewer, unassignForm(west.id, person));
    await expect(last).rejects.toThrow(/without any role/);
    await assignUser(viewer, assignForm(west, person, "viewer"));
    await unassignUser(viewer, unassignForm(west.id, person));
    expect(await holds(person)).toEqual([`viewer ${west.id}`]);
    expect(await actionsOn(person.memberId)).toEqual(["role.taken", "role.given"]);
    const again = unassignUser(viewer, unassignForm(west.id, person));
    await expect(again).rejects.toMatchObject({ name: "NotFound" });
  });

  test("two Admins taking the Admin role from each other: one stays Admin", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const other = await company.admin();
    const root = company.rootGroupId;
    for (const [by, of] of [[company.ana, other] as const, [other, company.ana] as const])
      await assignUser(await viewerOf(by), assignForm(west, of));
    const [ana, their] = [await viewerOf(company.ana), await viewerOf(other)];
    const answers = await meet(
      () => unassignUser(ana, unassignForm(root, other, "admin")),
      () => unassignUser(their, unassignForm(root, company.ana, "admin")),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const held = [...(await holds(company.ana)), ...(await holds(other))];
    expect(held.filter((each) => each === `admin ${root}`)).toHaveLength(1);
  });

  test("from oneself is refused; a stranger, a lesser Admin and an End User find nothing", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const west = await company.group("West");
    const person = await company.endUser({ groupId: west.id, role: "sender" });
    const ana = await viewerOf(company.ana);
    await assignUser(ana, assignForm({ id: company.rootGroupId }, person, "viewer"));
    const self = unassignUser(ana, unassignForm(company.rootGroupId, company.ana, "admin"));
    await expect(self).rejects.toThrow("You can't do this to yourself");
    const ofWest = await company.admin({ groupId: west.id });
    for (const who of [elsewhere.ana, ofWest, await company.endUser()])
      await expect(unassignUser(await viewerOf(who), unassignForm(west.id, person))).rejects.toMatchObject({
        name: "NotFound",
      });
    expect(await holds(person)).toHaveLength(2);
  });
});
