import { describe, expect, test } from "vitest";
import { type Company, makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { expectSoundTree, groupRow, moveForm, renameForm } from "@/tests/support/groups";
import { eventsOf, rowsOf } from "@/tests/support/rows";
import type { Viewer } from "../access/viewer";
import { NotFound } from "../errors";
import { undoAct } from "../undo/undo-act";
import { addGroup } from "./add";
import { moveGroup } from "./move";
import { renameGroup } from "./rename";

const back = (viewer: Viewer, { undo }: { undo: string | undefined }) =>
  undoAct(viewer, { undoId: undo ?? "", once: onceKey() });

const undone = { undone: 1, left: [], leftCount: 0 };
const since = (name: string) => `${name} has been changed since. Nothing was undone.`;

async function companyWithWest() {
  const company = await makeCompany();
  return { company, west: await company.group("West"), viewer: await viewerOf(company.ana) };
}

describe("a group's new name", () => {
  test("is taken back, with what made it a place", async () => {
    const { west, viewer } = await companyWithWest();
    const done = await renameGroup(viewer, { ...renameForm(west, "Coast"), isLocation: true });
    expect(await back(viewer, done)).toEqual(undone);
    expect(await groupRow(west.id)).toMatchObject({ name: "West", isLocation: false });
    const [event] = await eventsOf(west.id);
    const after = { name: "West", isLocation: false };
    expect(event).toMatchObject({ action: "group.renamed", details: { undo: true, after } });
  });

  test("stays where somebody has given it another since, and where the old one is taken meanwhile", async () => {
    const { company, west, viewer } = await companyWithWest();
    const done = await renameGroup(viewer, renameForm(west, "Coast"));
    const other = await viewerOf(await company.admin());
    await renameGroup(other, { ...renameForm(west, "Shore"), revision: 2 });
    await expect(back(viewer, done)).rejects.toThrow(since("Shore"));
    const again = await renameGroup(viewer, { ...renameForm(west, "Bay"), revision: 3 });
    await addGroup(other, { parentId: company.rootGroupId, name: "shore", isLocation: false, once: onceKey() });
    await expect(back(viewer, again)).rejects.toThrow("There is a group of that name here already.");
    expect((await groupRow(west.id))?.name).toBe("Bay");
  });

  test("that is the old one is nothing to take back", async () => {
    const { west, viewer } = await companyWithWest();
    expect(await renameGroup(viewer, renameForm(west, "West"))).toEqual({ name: "West" });
  });
});

describe("a group's new place", () => {
  const placed = async (company: Company, groupId: string) =>
    (await groupRow(groupId))?.parentId ?? company.rootGroupId;

  test("is taken back with all that is under it, and what its people reach", async () => {
    const { company, west, viewer } = await companyWithWest();
    const [north, east] = [await company.group("North", west.id), await company.group("East")];
    const person = await company.endUser({ groupId: (await company.group("Store 4", north.id)).id });
    const done = await moveGroup(viewer, moveForm(north.id, east.id));
    expect(await back(viewer, done)).toEqual(undone);
    expect(await placed(company, north.id)).toBe(west.id);
    expect((await rowsOf(person))?.member.groupIds).not.toContain(east.id);
    const [event] = await eventsOf(north.id);
    const details = { before: { parent: "East" }, after: { parent: "West" }, undo: true };
    expect(event).toMatchObject({ action: "group.moved", details });
    await expect(back(viewer, done)).rejects.toThrow(since("North"));
    await expectSoundTree(company);
  });

  test("stays where somebody has moved it since, or put a namesake where it was", async () => {
    const { company, west, viewer } = await companyWithWest();
    const [north, east, south] = [
      await company.group("North", west.id),
      await company.group("East"),
      await company.group("South"),
    ];
    const done = await moveGroup(viewer, moveForm(north.id, east.id));
    const again = await moveGroup(await viewerOf(await company.admin()), moveForm(north.id, south.id));
    await expect(back(viewer, done)).rejects.toThrow(since("North"));
    await expect(back(viewer, again)).rejects.toThrow(NotFound);
    const last = await moveGroup(viewer, moveForm(north.id, west.id));
    await company.group("North", south.id);
    await expect(back(viewer, last)).rejects.toThrow("There is a group of that name here already.");
    expect(await placed(company, north.id)).toBe(west.id);
  });
});
