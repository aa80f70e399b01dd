import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { groups, members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, type Person, viewerOf } from "@/tests/support/cast";
import { groupsWithin, membersWithin } from "./scope";
import type { Viewer } from "./viewer";

const seen = async (viewer: Viewer, person: Person) =>
  (
    await db
      .select({ id: members.id })
      .from(members)
      .where(and(membersWithin(viewer, "account.view"), eq(members.id, person.memberId)))
  ).length === 1;

test("an Admin of a group sees the people of its subtree, and of no group that sorts beside it", async () => {
  const company = await makeCompany();
  // Made one after the other: their ids, and so their paths, are neighbours in the index.
  const [before, west, after] = [await company.group("A"), await company.group("West"), await company.group("Z")];
  const store = await company.group("Store 4", west.id);
  const viewer = await viewerOf(await company.admin({ groupId: west.id }));
  expect(await seen(viewer, await company.endUser({ groupId: west.id }))).toBe(true);
  expect(await seen(viewer, await company.endUser({ groupId: store.id }))).toBe(true);
  for (const { id: groupId } of [before, after])
    expect(await seen(viewer, await company.endUser({ groupId }))).toBe(false);
  expect(await seen(viewer, await company.endUser())).toBe(false);
  expect(await seen(viewer, company.ana)).toBe(false);
});

test("an Admin of two groups, one under the other, sees what the upper one has", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const store = await company.group("Store 4", west.id);
  const west1 = await company.endUser({ groupId: west.id });
  const viewer = await viewerOf(await company.admin({ groupId: west.id }));
  const both = {
    ...viewer,
    assignments: [
      ...viewer.assignments,
      { ...heldAt(viewer), groupId: store.id, path: [...heldAt(viewer).path, store.id] },
    ],
  };
  expect(await seen(both, west1)).toBe(true);
  const found = await db.select({ name: groups.name }).from(groups).where(groupsWithin(both, "account.view"));
  expect(found.map(({ name }) => name).sort()).toEqual(["Store 4", "West"]);
});

test("while their group moves, an Admin sees nobody more than before", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const [ofWest, ofEast] = [await company.endUser({ groupId: west.id }), await company.endUser({ groupId: east.id })];
  const admin = await company.admin({ groupId: west.id });
  const before = await viewerOf(admin);
  await writeDb.update(groups).set({ parentId: east.id }).where(eq(groups.id, west.id));
  expect(await seen(before, ofWest)).toBe(false);
  expect(await seen(before, ofEast)).toBe(false);
  expect(await seen(await viewerOf(admin), ofWest)).toBe(true);
});

function heldAt({ assignments: [first] }: Viewer) {
  if (!first) throw new Error("they hold nothing");
  return first;
}
