import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { expectSoundTree, groupRow, moveForm } from "@/tests/support/groups";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, rowsOf } from "@/tests/support/rows";
import { assignUser } from "./assign";
import { moveGroup } from "./move";
import { unassignUser } from "./unassign";

const refusal = (message: RegExp) => ({ name: "Refused", field: "parentId", message: expect.stringMatching(message) });

describe("moving a group", () => {
  test("takes along what is under it and what its people reach", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const north = await company.group("North", west.id);
    const store = await company.group("Store 4", north.id);
    const person = await company.endUser({ groupId: store.id });
    await moveGroup(await viewerOf(company.ana), moveForm(north.id, east.id));
    expect((await groupRow(store.id))?.path).toEqual([company.rootGroupId, east.id, north.id, store.id]);
    const reach = (await rowsOf(person))?.member.groupIds ?? [];
    expect(new Set(reach)).toEqual(new Set([company.rootGroupId, east.id, north.id, store.id]));
    expect((await eventsOf(north.id)).map(({ action, details }) => ({ action, details }))).toEqual([
      { action: "group.moved", details: { before: { parent: "West" }, after: { parent: "East" } } },
    ]);
    await expectSoundTree(company);
  });

  test("is done by an Admin who holds a role in it, too", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const other = await company.admin();
    const input = { groupId: west.id, person: other.email, role: "sender" as const, once: onceKey() };
    await assignUser(await viewerOf(company.ana), input);
    await moveGroup(await viewerOf(other), moveForm(west.id, east.id));
    expect((await groupRow(west.id))?.parentId).toBe(east.id);
  });

  test("under itself, to where it is, to a namesake, or of the root is refused beside the field", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [north, twin] = [await company.group("North", west.id), await company.group("NORTH", east.id)];
    const viewer = await viewerOf(company.ana);
    const move = (group: string, parent: string) => moveGroup(viewer, moveForm(group, parent));
    await expect(move(west.id, north.id)).rejects.toMatchObject(refusal(/can't be moved under itself/));
    await expect(move(west.id, west.id)).rejects.toMatchObject(refusal(/can't be moved under itself/));
    await expect(move(north.id, west.id)).rejects.toMatchObject(refusal(/under West already/));
    await expect(move(twin.id, west.id)).rejects.toMatchObject(refusal(/a group of that name here already/));
    await expect(move(company.rootGroupId, west.id)).rejects.toMatchObject(refusal(/top of all groups/));
    expect(await actionsOn(west.id)).toEqual([]);
  });

  test("A under B and B under A at once: one is told, never a circle", async () => {
    const company = await makeCompany();
    const viewers = [await viewerOf(company.ana), await viewerOf(await company.admin())] as const;
    const [a, b] = [await company.group("A"), await company.group("B")];
    await company.endUser({ groupId: a.id });
    const answers = await meet(
      () => moveGroup(viewers[0], moveForm(a.id, b.id)),
      () => moveGroup(viewers[1], moveForm(b.id, a.id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectSoundTree(company);
  });

  test("while roles are given and taken below it: people reach what they should", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const store = await company.group("Store", (await company.group("North", west.id)).id);
    const north = (await groupRow(store.id))?.parentId ?? "";
    const people = [await company.endUser(), await company.endUser()];
    const [ana, other] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
    const role = "sender" as const;
    for (const [parent, act] of [
      [east, ({ email }: Person) => assignUser(other, { groupId: store.id, person: email, role, once: onceKey() })],
      [west, ({ memberId }: Person) => unassignUser(other, { groupId: store.id, memberId, role, once: onceKey() })],
    ] as const) {
      const done = await meet<unknown>(
        () => moveGroup(ana, moveForm(north, parent.id)),
        ...people.map((person) => () => act(person)),
      );
      expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
      await expectSoundTree(company);
    }
  });

  test("twice by the same form moves once", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [viewer, form] = [await viewerOf(company.ana), moveForm(west.id, east.id)];
    await Promise.all([moveGroup(viewer, form), moveGroup(viewer, form)]);
    expect(await actionsOn(west.id)).toEqual(["group.moved"]);
  });

  test("takes the right at both parents; anything else is not found", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [north, south] = [await company.group("North", west.id), await company.group("South", west.id)];
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const ofNorth = await viewerOf(await company.admin({ groupId: north.id }));
    const attempts = [
      () => moveGroup(ofWest, moveForm(north.id, east.id)),
      () => moveGroup(ofWest, moveForm(north.id, company.rootGroupId)),
      () => moveGroup(ofWest, moveForm(west.id, north.id)),
      () => moveGroup(ofNorth, moveForm(north.id, south.id)),
      async () => moveGroup(await viewerOf(elsewhere.ana), moveForm(north.id, elsewhere.rootGroupId)),
      async () => moveGroup(await viewerOf(company.ana), moveForm(north.id, elsewhere.rootGroupId)),
      async () => moveGroup(await viewerOf(await company.endUser()), moveForm(north.id, south.id)),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ name: "NotFound" });
    await moveGroup(ofWest, moveForm(north.id, south.id));
    await expectSoundTree(company);
  });
});
