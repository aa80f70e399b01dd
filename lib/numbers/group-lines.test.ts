import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { eventsOf, linesOf, rowsOf } from "@/tests/support/rows";
import { assignUser } from "../groups/assign";
import { ChangeGroupLines, changeGroupLines } from "./group-lines";

const form = (number: { id: string }, group: { id: string }, act: "add" | "remove") => ({
  numberId: number.id,
  groupId: group.id,
  act,
  once: onceKey(),
});
const defaultOf = async (person: { memberId: string }) => (await rowsOf(person))?.member.defaultNumberId;

async function town() {
  const company = await makeCompany();
  const west = await company.group("West");
  const store = await company.group("Store 4", west.id);
  const [desk, recalls] = [await company.number({ label: "Desk" }), await company.number({ label: "Recalls" })];
  const inWest = await company.endUser({ groupId: west.id });
  const inStore = await company.endUser({ groupId: store.id, lines: [recalls] });
  const inRoot = await company.endUser();
  return { company, west, store, desk, recalls, inWest, inStore, inRoot };
}

describe("giving a number to a whole group", () => {
  test("reaches everybody in it and under it; the default only of those who had none", async () => {
    const { company, west, desk, recalls, inWest, inStore, inRoot } = await town();
    const answer = await changeGroupLines(await viewerOf(company.ana), form(desk, west, "add"));
    expect(answer).toMatchObject({ count: 2, group: "West" });
    expect(await linesOf(inWest)).toEqual([desk.id]);
    expect(new Set(await linesOf(inStore))).toEqual(new Set([recalls.id, desk.id]));
    expect(await linesOf(inRoot)).toEqual([]);
    expect([await defaultOf(inWest), await defaultOf(inStore)]).toEqual([desk.id, recalls.id]);
    const events = [...(await eventsOf(inWest.memberId)), ...(await eventsOf(inStore.memberId))];
    expect(events.map(({ action, subjectName }) => [action, subjectName])).toEqual([
      ["line.given", inWest.name],
      ["line.given", inStore.name],
    ]);
    expect(events[0]?.batchId).toBeTruthy();
    expect(new Set(events.map(({ batchId }) => batchId)).size).toBe(1);
  });

  test("leaves out who has it; when that is everybody, it says so", async () => {
    const { company, west, desk, inWest } = await town();
    const viewer = await viewerOf(company.ana);
    await changeGroupLines(viewer, form(desk, west, "add"));
    const late = await company.endUser({ groupId: west.id });
    expect(await changeGroupLines(viewer, form(desk, west, "add"))).toMatchObject({ count: 1 });
    expect(await linesOf(late)).toEqual([desk.id]);
    expect(await eventsOf(inWest.memberId)).toHaveLength(1);
    const again = changeGroupLines(viewer, form(desk, west, "add"));
    await expect(again).rejects.toMatchObject({ field: "groupId", message: "Nobody in West is without this number." });
  });

  test("says how many can't text from it yet, for want of the product or of a role", async () => {
    const { company, west, desk } = await town();
    await company.endUser({ groupId: west.id, products: ["chat"] });
    await company.endUser({ groupId: west.id, role: "viewer" });
    const answer = await changeGroupLines(await viewerOf(company.ana), form(desk, west, "add"));
    expect(answer).toMatchObject({ count: 4, lacking: 2 });
  });

  test("asks first when it is many; sure is who was asked about this act and this group", async () => {
    const { company, west, store, desk, inStore } = await town();
    for (let at = 0; at < 100; at++) await company.endUser({ groupId: west.id });
    const viewer = await viewerOf(company.ana);
    for (const sure of [undefined, `add:${store.id}`, `remove:${west.id}`, west.id])
      await expect(changeGroupLines(viewer, { ...form(desk, west, "add"), sure })).rejects.toMatchObject({
        field: "groupId",
        message: "102 people in West would get this number. Press Add group again if that is what you want.",
      });
    expect(await linesOf(inStore)).not.toContain(desk.id);
    const asked = { ...form(desk, west, "add"), sure: `add:${west.id}` };
    expect(await changeGroupLines(viewer, asked)).toMatchObject({ count: 102 });
  });

  test("by two at once, each has it once and history says it once", async () => {
    const { company, west, store, desk, inStore } = await town();
    const [ana, other] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
    const twice = form(desk, west, "add");
    await Promise.allSettled([
      changeGroupLines(ana, twice),
      changeGroupLines(ana, twice),
      changeGroupLines(other, form(desk, store, "add")),
    ]);
    expect((await eventsOf(inStore.memberId)).map(({ action }) => action)).toEqual(["line.given"]);
  });
});

describe("taking a number from a whole group", () => {
  test("moves defaults to another line of theirs, or to none", async () => {
    const { company, west, desk, recalls, inWest, inStore, inRoot } = await town();
    const viewer = await viewerOf(company.ana);
    await changeGroupLines(viewer, form(desk, { id: company.rootGroupId }, "add"));
    expect(await changeGroupLines(viewer, form(recalls, west, "remove"))).toMatchObject({ count: 1 });
    expect(await defaultOf(inStore)).toBe(desk.id);
    expect((await eventsOf(inStore.memberId))[0]?.details).toEqual({
      before: { number: recalls.e164 },
      defaultNumber: desk.e164,
    });
    await changeGroupLines(viewer, form(desk, west, "remove"));
    expect([await defaultOf(inWest), await defaultOf(inStore), await defaultOf(inRoot)]).toEqual([null, null, desk.id]);
  });

  test("says when nobody is left", async () => {
    const { company, west, store, desk, recalls, inStore } = await town();
    const viewer = await viewerOf(company.ana);
    await changeGroupLines(viewer, form(desk, west, "add"));
    expect(await changeGroupLines(viewer, form(desk, store, "remove"))).toMatchObject({ isLeft: true });
    expect(await changeGroupLines(viewer, form(recalls, west, "remove"))).toMatchObject({ count: 1, isLeft: false });
    expect(await linesOf(inStore)).toEqual([]);
    const none = changeGroupLines(viewer, form(recalls, west, "remove"));
    await expect(none).rejects.toMatchObject({ message: "Nobody in West has this number.", field: "groupId" });
  });
});

test("only people whom the viewer manages are given or lose a line", async () => {
  const { company, west, inWest, inStore, inRoot } = await town();
  const line = await company.number({ groupId: west.id });
  const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
  const input = { groupId: west.id, person: inRoot.email, role: "sender" as const, once: onceKey() };
  await assignUser(await viewerOf(company.ana), input);
  expect(await changeGroupLines(ofWest, form(line, west, "add"))).toMatchObject({ count: 3 });
  expect(await linesOf(inRoot)).toEqual([]);
  expect(await linesOf(inWest)).toEqual([line.id]);
  expect(await linesOf(inStore)).toContain(line.id);
});

test("a stranger, an End User, another part's Admin and unknown ids find nothing", async () => {
  const { company, west, store, desk, inWest } = await town();
  const elsewhere = await makeCompany();
  const ofStore = await viewerOf(await company.admin({ groupId: store.id }));
  const [ana, root] = [await viewerOf(company.ana), { id: elsewhere.rootGroupId }];
  const attempts = [
    { viewer: await viewerOf(elsewhere.ana), number: desk, group: west },
    { viewer: await viewerOf(elsewhere.ana), number: await elsewhere.number(), group: west },
    { viewer: await viewerOf(await company.endUser()), number: desk, group: west },
    { viewer: ofStore, number: desk, group: store },
    { viewer: ofStore, number: await company.number({ groupId: store.id }), group: west },
    { viewer: ana, number: desk, group: root },
    { viewer: ana, number: { id: crypto.randomUUID() }, group: west },
  ];
  for (const { viewer, number, group } of attempts)
    for (const act of ["add", "remove"] as const)
      await expect(changeGroupLines(viewer, form(number, group, act))).rejects.toMatchObject({ name: "NotFound" });
  expect(await linesOf(inWest)).toEqual([]);
  const parsed = ChangeGroupLines.safeParse({ numberId: desk.id, groupId: "", act: "add" });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["groupId"], message: "Choose a group." });
});
