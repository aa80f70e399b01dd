import { v7 } from "uuid";
import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { pagesOf } from "./linked-pages";
import type { Entry } from "./list";
import { partsOf } from "./sentences";

const entry = (subjectId: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id: v7(), at: new Date(), batchId: null, action: "member.disabled", details: null, others: [], otherCount: 0 },
  ...{ actorId: null, actorName: "Ana Silva", subjectId, subjectName: "Somebody", ...more },
});

test("an event leads to its person, group, number or company, and to whoever did it", async () => {
  const company = await makeCompany();
  const [ben, cara, west, desk] = [
    await company.endUser(),
    await company.endUser(),
    await company.group("West"),
    await company.number(),
  ];
  const events = [
    entry(ben.memberId, { actorId: company.ana.memberId, others: [{ id: cara.memberId, name: cara.name }] }),
    ...[west.id, desk.id, company.accountId].map((id) => entry(id)),
  ];
  expect(await pagesOf(await viewerOf(company.ana), events)).toEqual({
    [company.ana.memberId]: `/admin/users/${company.ana.memberId}`,
    [ben.memberId]: `/admin/users/${ben.memberId}`,
    [cara.memberId]: `/admin/users/${cara.memberId}`,
    [west.id]: `/admin/groups/${west.id}`,
    [desk.id]: `/admin/numbers/${desk.id}`,
    [company.accountId]: "/admin/company",
  });
});

test("it leads to nobody who is gone, of another company, or outside the reader's groups", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const west = await company.group("West");
  const [inside, outside] = [await company.endUser({ groupId: west.id }), await company.endUser()];
  const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
  const ids = [inside.memberId, outside.memberId, other.ana.memberId, v7(), company.accountId, company.rootGroupId];
  expect(
    await pagesOf(
      ofWest,
      ids.map((id) => entry(id)),
    ),
  ).toEqual({
    [inside.memberId]: `/admin/users/${inside.memberId}`,
  });
});

test("a sentence in parts names who and whom apart from its words", () => {
  expect(partsOf(entry("b", { actorId: "a", subjectName: "Ben" }), 2)).toEqual([
    { words: "" },
    { words: "Ana Silva", id: "a" },
    { words: " disabled " },
    { words: "Ben", id: "b" },
    { words: " and 2 others" },
  ]);
});
