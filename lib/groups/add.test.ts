import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { addForm, expectSoundTree, groupRow, renameForm } from "@/tests/support/groups";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf } from "@/tests/support/rows";
import { AddGroup, addGroup } from "./add";
import { moveGroup } from "./move";
import { renameGroup } from "./rename";

const NotFound = { name: "NotFound" };

describe("adding a group", () => {
  test("puts it under its parent, with its history", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const viewer = await viewerOf(company.ana);
    const { id } = await addGroup(viewer, { ...addForm(west.id, "Store 4"), isLocation: true });
    expect(await groupRow(id)).toMatchObject({
      name: "Store 4",
      isLocation: true,
      path: [company.rootGroupId, west.id, id],
    });
    expect((await eventsOf(id)).map(({ action, details }) => ({ action, details }))).toEqual([
      { action: "group.added", details: { after: { name: "Store 4", parent: "West", isLocation: true } } },
    ]);
  });

  test("of a name that is there already is refused beside the name, whatever the case, also at once", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const answers = await Promise.allSettled(
      ["West", "WEST", "west"].map((name) => addGroup(viewer, addForm(company.rootGroupId, name))),
    );
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    const message = "There is a group of that name here already.";
    expect(refused).toMatchObject([
      { field: "name", message },
      { field: "name", message },
    ]);
  });

  test("twice by the same form adds one", async () => {
    const company = await makeCompany();
    const [viewer, form] = [await viewerOf(company.ana), addForm(company.rootGroupId, "West")];
    const [one, two] = await Promise.all([addGroup(viewer, form), addGroup(viewer, form)]);
    expect(one).toEqual(two);
    expect(await actionsOn(one.id)).toEqual(["group.added"]);
  });

  test("under a group that moves at the same moment ends up under it, wherever it went", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const north = await company.group("North", west.id);
    const viewer = await viewerOf(company.ana);
    const moving = (parentId: string) => () => moveGroup(viewer, { groupId: north.id, parentId, once: onceKey() });
    const adding = (name: string) => () => addGroup(viewer, addForm(north.id, name));
    const done = [
      ...(await meet<unknown>(moving(east.id), adding("Store 1"))),
      ...(await meet<unknown>(adding("Store 2"), moving(west.id))),
    ];
    expect(done.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    await expectSoundTree(company);
  });

  test("is for those who manage the parent: nobody else finds it", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const ofEast = await viewerOf(await company.admin({ groupId: east.id }));
    await addGroup(ofEast, addForm(east.id, "Store 1"));
    const attempts = [
      () => addGroup(ofEast, addForm(west.id, "Mine")),
      () => addGroup(ofEast, addForm(company.rootGroupId, "Mine")),
      async () => addGroup(await viewerOf(elsewhere.ana), addForm(west.id, "Mine")),
      async () => addGroup(await viewerOf(company.ana), addForm(crypto.randomUUID(), "Mine")),
      async () => addGroup(await viewerOf(await company.endUser()), addForm(west.id, "Mine")),
      async () => addGroup(await viewerOf(await company.endUser({ role: "viewer" })), addForm(west.id, "Mine")),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(NotFound);
  });

  test("is read from a form", () => {
    const form = { parentId: crypto.randomUUID(), name: " Store 4 " };
    expect(AddGroup.parse({ ...form, isLocation: "on" })).toMatchObject({ name: "Store 4", isLocation: true });
    expect(AddGroup.parse(form)).toMatchObject({ isLocation: false });
    const wrong = AddGroup.safeParse({ parentId: "", name: "" }).error;
    expect(wrong?.issues.map(({ path }) => path[0])).toEqual(["parentId", "name"]);
  });
});

describe("renaming a group", () => {
  test("is for whoever manages the group itself, its top too", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    await renameGroup(ofWest, { ...renameForm(west, "West Coast"), isLocation: true });
    expect(await groupRow(west.id)).toMatchObject({ name: "West Coast", isLocation: true });
    expect((await eventsOf(west.id))[0]?.details).toEqual({
      before: { name: "West", isLocation: false },
      after: { name: "West Coast", isLocation: true },
    });
    const root = { id: company.rootGroupId, name: "Main Group" };
    await expect(renameGroup(ofWest, renameForm(root, "Mine"))).rejects.toMatchObject(NotFound);
    await renameGroup(await viewerOf(company.ana), renameForm(root, "Harbor Dental"));
    expect((await groupRow(root.id))?.name).toBe("Harbor Dental");
  });

  test("to a sibling's name is refused, also when two take it at once", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const viewer = await viewerOf(company.ana);
    const answers = await Promise.allSettled(
      [west, east].map((each) => renameGroup(viewer, renameForm(each, "Coast"))),
    );
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused).toMatchObject([{ name: "Refused", field: "name" }]);
  });

  test("by two at once: the second is told, and the same form again changes nothing", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const viewer = await viewerOf(company.ana);
    const form = renameForm(west, "One");
    const answers = await Promise.allSettled([form, form, renameForm(west, "Two")].map((f) => renameGroup(viewer, f)));
    expect(answers.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    expect(await actionsOn(west.id)).toEqual(["group.renamed"]);
  });

  test("a stranger, an End User and another part's Admin find nothing", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    for (const who of [elsewhere.ana, await company.endUser(), await company.admin({ groupId: east.id })])
      await expect(renameGroup(await viewerOf(who), renameForm(west, "X"))).rejects.toMatchObject(NotFound);
    expect((await groupRow(west.id))?.name).toBe("West");
  });
});
