import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { formatNumber } from "./format-number";
import { listNumbers } from "./list";
import { numbersAddress, numbersQuery } from "./numbers-query";

async function town() {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const store = await company.group("Store 4", west.id);
  const desk = await company.number({ label: "Desk 2", groupId: west.id });
  const till = await company.number({ label: "Till 10", groupId: store.id });
  const door = await company.number({ label: "Door 9", groupId: east.id });
  await company.endUser({ lines: [till, door] });
  await company.endUser({ lines: [door] });
  return { company, west, desk, till, door };
}

test("numbers are found by label, by group and by the number however it is written", async () => {
  const { company, till } = await town();
  const viewer = await viewerOf(company.ana);
  const found = async (search: string) =>
    (await listNumbers(viewer, numbersQuery({ search }))).rows.map(({ label }) => label);
  expect(await found("ill")).toEqual(["Till 10"]);
  expect(await found("WEST desk")).toEqual(["Desk 2"]);
  expect(await found(till.e164)).toEqual(["Till 10"]);
  expect(await found(formatNumber(till.e164))).toEqual(["Till 10"]);
  expect(await found("%")).toEqual([]);
});

test("numbers are filtered by group with what is under it, status and who has them", async () => {
  const { company, west } = await town();
  const old = await company.number({ label: "Old" });
  await writeDb.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, old.id));
  const viewer = await viewerOf(company.ana);
  const labels = async (params: Record<string, string>) =>
    (await listNumbers(viewer, numbersQuery(params))).rows.map(({ label }) => label);
  expect(await labels({})).toEqual(["Desk 2", "Door 9", "Old", "Till 10"]);
  expect(await labels({ group: west.id })).toEqual(["Desk 2", "Till 10"]);
  expect(await labels({ status: "disabled" })).toEqual(["Old"]);
  expect(await labels({ people: "none" })).toEqual(["Desk 2"]);
  expect(await labels({ people: "some", group: west.id })).toEqual(["Till 10"]);
});

test("numbers are sorted by each column, both ways, and paged", async () => {
  const { company } = await town();
  const viewer = await viewerOf(company.ana);
  const labels = async (sort: string) =>
    (await listNumbers(viewer, numbersQuery({ sort }))).rows.map(({ label }) => label);
  expect(await labels("-label")).toEqual(["Till 10", "Door 9", "Desk 2"]);
  expect(await labels("group")).toEqual(["Door 9", "Till 10", "Desk 2"]);
  expect(await labels("-people")).toEqual(["Door 9", "Till 10", "Desk 2"]);
  expect(await labels("number")).toEqual((await labels("-number")).reverse());
  for (let at = 0; at < 26; at++) await company.number({ label: `Line ${at}` });
  const second = await listNumbers(viewer, numbersQuery({ page: "2" }));
  expect([second.rows.length, second.total, second.from, second.pages]).toEqual([4, 29, 26, 2]);
  expect((await listNumbers(viewer, numbersQuery({ page: "9" }))).rows).toEqual([]);
});

test("an address of the list says what there is to say; nonsense is as if it weren't there", () => {
  const nonsense = { sort: "-size", page: "-3", size: "7", people: "all", status: "?", group: "x" };
  expect(numbersAddress(numbersQuery(nonsense))).toBe("/admin/numbers");
  const asked = numbersQuery({ search: "desk", sort: "-people", page: "3", size: "50", people: "none" });
  expect(numbersAddress(asked)).toBe("/admin/numbers?search=desk&people=none&sort=-people&size=50");
  expect(numbersAddress(asked, { page: 4 })).toContain("page=4");
});
