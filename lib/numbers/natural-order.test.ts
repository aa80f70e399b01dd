import { expect, test } from "vitest";
import { numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, unique, viewerOf } from "@/tests/support/cast";
import { listGroups } from "../groups/list";
import { groupsToFilter } from "../members/list/groups-to-filter";
import { listMembers } from "../members/list/list-members";
import { listQuery } from "../members/list/list-query";
import { offer } from "../pick/offer";
import { listNumbers } from "./list";
import { numbersOfGroup } from "./numbers-of-group";
import { numbersQuery } from "./numbers-query";
import { numberOptions } from "./options";

const mixed = ["Line 10", "line 3", "Line 1", "Álvaro 2", "Line 2", "10", "9", "Line 2b"];
const natural = ["9", "10", "Álvaro 2", "Line 1", "Line 2", "Line 2b", "line 3", "Line 10"];

const add = (company: Company) =>
  writeDb.insert(numbers).values(
    mixed.map((label, at) => ({
      ...{ accountId: company.accountId, groupId: company.rootGroupId, label },
      e164: `+1415${String(Date.now() + at).slice(-7)}`,
    })),
  );

test("numbers stand by label as people count, in lists and in selects", async () => {
  const company = await makeCompany();
  await add(company);
  const viewer = await viewerOf(company.ana);
  expect((await listNumbers(viewer, numbersQuery({}))).rows.map(({ label }) => label)).toEqual(natural);
  expect((await numbersOfGroup(viewer, company.rootGroupId)).map(({ label }) => label)).toEqual(natural);
  expect((await numberOptions(viewer)).map(({ label }) => label.split(" · ")[1])).toEqual(natural);
});

test("groups stand by name as people count, in the tree, in selects and in the filter", async () => {
  const company = await makeCompany();
  for (const name of mixed) await company.group(name);
  const viewer = await viewerOf(company.ana);
  const { branches } = await listGroups(viewer);
  expect(branches[0]?.children.map(({ name }) => name)).toEqual(natural);
  for (const options of [
    (await offer(viewer, { from: "groups-to-manage" })).choices,
    (await groupsToFilter(viewer, null)).offer.choices,
  ])
    expect(options.slice(1).map(({ label }) => label.trim())).toEqual(natural);
});

test("people stand by name as people count, page by page in both directions", async () => {
  const company = await makeCompany();
  const own = unique();
  for (let at = 0; at < 30; at++) await company.endUser({ name: `Clinic ${own} ${(at * 7) % 30}` });
  const viewer = await viewerOf(company.ana);
  const page = async (params: Record<string, string>) => {
    const { rows, next, previous } = await listMembers(viewer, listQuery({ search: own, ...params }));
    return { names: rows.map(({ name }) => name), next: next ?? "", previous: previous ?? "" };
  };
  const all = Array.from({ length: 30 }, (_, at) => `Clinic ${own} ${at}`);
  const first = await page({});
  expect(first.names).toEqual(all.slice(0, 25));
  const second = await page({ after: first.next });
  expect(second.names).toEqual(all.slice(25));
  expect((await page({ before: second.previous })).names).toEqual(first.names);
  expect((await page({ sort: "-name" })).names).toEqual(all.toReversed().slice(0, 25));
});
