import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { addForm, expectSoundTree, groupRow } from "@/tests/support/groups";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf } from "@/tests/support/rows";
import { addNumber } from "../numbers/add";
import { addGroup } from "./add";
import { assignUser } from "./assign";
import { removeGroup } from "./remove";

const removeForm = (group: { id: string }) => ({ groupId: group.id, once: onceKey() });

test("an empty group goes, with its history", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const answer = await removeGroup(await viewerOf(company.ana), removeForm(west));
  expect(answer).toEqual({ name: "West", parentId: company.rootGroupId });
  expect(await groupRow(west.id)).toBeUndefined();
  expect((await eventsOf(west.id)).map(({ action, details }) => ({ action, details }))).toEqual([
    { action: "group.removed", details: { before: { name: "West", parent: "Main Group" } } },
  ]);
});

test("one with something in it stays, and it is said what; the root stays in any case", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  await company.group("Store 4", west.id);
  await company.endUser({ groupId: west.id });
  await company.endUser({ groupId: west.id });
  await company.number({ groupId: west.id });
  const viewer = await viewerOf(company.ana);
  await expect(removeGroup(viewer, removeForm(west))).rejects.toThrow("1 sub-group, 2 people and 1 number");
  await expect(removeGroup(viewer, removeForm({ id: company.rootGroupId }))).rejects.toThrow(/top of all groups/);
  expect(await actionsOn(west.id)).toEqual([]);
});

type Coming = { viewer: Viewer; groupId: string; person: Person };

/** What may come into a group. */
const COMING: Record<string, (coming: Coming) => Promise<unknown>> = {
  "a group": ({ viewer, groupId }) => addGroup(viewer, addForm(groupId, "Till")),
  "a person": ({ viewer, groupId, person }) =>
    assignUser(viewer, { groupId, person: person.email, role: "sender", once: onceKey() }),
  "a number": ({ viewer, groupId }) =>
    addNumber(viewer, { number: `+1415555${randomInt(1000, 9999)}`, label: "Till", groupId, once: onceKey() }),
};

const WHO_COMES = Object.keys(COMING).flatMap((what) => [[what, "first"] as const, [what, "last"] as const]);

test.each(WHO_COMES)("while %s comes into it %s: it is gone and empty, or stays and holds it", async (what, when) => {
  const company = await makeCompany();
  const [ana, viewer] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
  const [person, group] = [await company.endUser(), await company.group("Store")];
  const going = () => removeGroup(ana, removeForm(group));
  const coming = async () => COMING[what]?.({ viewer, groupId: group.id, person });
  const done = await meet<unknown>(...(when === "first" ? [coming, going] : [going, coming]));
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const gone = done[when === "first" ? 1 : 0];
  expect((await groupRow(group.id)) === undefined).toBe(gone?.status === "fulfilled");
  const reasons = done.flatMap((each) => (each.status === "rejected" ? [each.reason.name] : []));
  expect(["Refused", "NotFound"]).toContain(reasons[0]);
  await expectSoundTree(company);
});

test("twice by the same form is once; twice by two forms is not found", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const [viewer, form] = [await viewerOf(company.ana), removeForm(west)];
  await Promise.all([removeGroup(viewer, form), removeGroup(viewer, form)]);
  expect(await actionsOn(west.id)).toEqual(["group.removed"]);
  await expect(removeGroup(viewer, removeForm(west))).rejects.toMatchObject({ name: "NotFound" });
});

test("a stranger, an End User and the Admin of the group itself find nothing to remove", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const store = await company.group("Store 4", west.id);
  const ofStore = await company.admin({ groupId: store.id });
  for (const who of [elsewhere.ana, await company.endUser(), ofStore, await company.admin({ groupId: east.id })])
    await expect(removeGroup(await viewerOf(who), removeForm(store))).rejects.toMatchObject({ name: "NotFound" });
  expect(await groupRow(store.id)).toBeDefined();
});
