import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { findGroups } from "./find";
import { groupsAddress, groupsQuery } from "./groups-query";

async function town() {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const store = await company.group("Store 4", west.id);
  await company.endUser({ groupId: store.id });
  await company.endUser({ groupId: store.id });
  await company.number({ groupId: east.id });
  const viewer = await viewerOf(company.ana);
  const names = async (params: Record<string, string>) =>
    (await findGroups(viewer, groupsQuery(params))).rows.map(({ name }) => name);
  return { company, west, names };
}

test("groups are filtered by what is right in them", async () => {
  const { names } = await town();
  expect(await names({ people: "some" })).toEqual(["Main Group", "Store 4"]);
  expect(await names({ people: "none" })).toEqual(["East", "West"]);
  expect(await names({ numbers: "some" })).toEqual(["East"]);
  expect(await names({ numbers: "none", search: "st" })).toEqual(["Store 4", "West"]);
  expect(await names({ kind: "location" })).toEqual([]);
  expect(await names({ kind: "other", people: "some" })).toEqual(["Main Group", "Store 4"]);
});

test("groups are sorted, both ways, as many by their name", async () => {
  const { names } = await town();
  expect(await names({ sort: "-name" })).toEqual(["West", "Store 4", "Main Group", "East"]);
  expect(await names({ sort: "-people" })).toEqual(["Store 4", "Main Group", "East", "West"]);
  expect(await names({ sort: "people" })).toEqual(["East", "West", "Main Group", "Store 4"]);
  expect(await names({ sort: "-numbers" })).toEqual(["East", "Main Group", "Store 4", "West"]);
});

test("groups that were looked for come page by page", async () => {
  const { company, names } = await town();
  for (let at = 1; at <= 26; at++) await company.group(`Branch ${at}`);
  expect((await names({ search: "branch" })).at(-1)).toBe("Branch 25");
  expect(await names({ search: "branch", page: "2" })).toEqual(["Branch 26"]);
  expect(await names({ search: "branch", size: "50" })).toHaveLength(26);
});

test("an address of the page says what there is to say", () => {
  expect(groupsAddress(groupsQuery({ sort: "-tree", kind: "town", size: "1", people: "" }))).toBe("/admin/groups");
  const asked = groupsQuery({ search: "st", kind: "location", sort: "-people", page: "2" });
  expect(groupsAddress(asked)).toBe("/admin/groups?search=st&kind=location&sort=-people");
});
