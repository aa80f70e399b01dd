import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { numbers, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { eventsOf, linesOf, rolesOf, rowsOf } from "@/tests/support/rows";
import { NotFound, Refused } from "../../errors";
import { undoAct } from "../../undo/undo-act";
import type { Act } from "../acts";
import { ChangeMany } from "./batch";
import { changeMany } from "./change-many";

const many = (act: Act, people: readonly { memberId: string }[], choices: object = {}) =>
  ChangeMany.parse({ act, member: people.map(({ memberId }) => memberId), once: onceKey(), ...choices });

describe("many", () => {
  test("keep a role: who has no other is left out", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [ben, cara] = [await company.endUser({ groupId: west.id }), await company.endUser({ groupId: west.id })];
    const { accountId } = company;
    await writeDb
      .insert(roleAssignments)
      .values({ accountId, memberId: cara.memberId, role: "viewer", groupId: company.rootGroupId });
    const input = many("remove-role", [ben, cara], { role: "end-user", group: west.id });
    expect(await changeMany(await viewerOf(company.ana), input)).toMatchObject({ done: 1, leftOut: 1 });
    expect((await rolesOf(ben)).map(({ role }) => role)).toEqual(["end-user"]);
    expect((await rolesOf(cara)).map(({ role }) => role)).toEqual(["viewer"]);
  });

  test("are given no more than one has, and no group that isn't one's own", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const local = await viewerOf(await company.admin({ groupId: west.id, products: ["texting"] }));
    const ben = await company.endUser({ groupId: west.id, products: [] });
    for (const act of ["assign", "add-role", "remove-role"] as const)
      for (const group of [east.id, company.rootGroupId, (await makeCompany()).rootGroupId, onceKey()])
        await expect(changeMany(local, many(act, [ben], { role: "end-user", group }))).rejects.toThrow(NotFound);
    const on = (product: string) => changeMany(local, many("products", [ben], { products: [product], to: "on" }));
    await expect(on("chat")).rejects.toThrow("what you don't have: Chat");
    await on("texting");
    expect((await rowsOf(ben))?.member.products).toEqual(["texting"]);
    for (const choices of [{}, { role: "root", group: west.id }, { role: "end-user" }])
      await expect(changeMany(local, many("add-role", [ben], choices))).rejects.toThrow(Refused);
    expect(() => many("products", [ben], { products: ["gold"], to: "on" })).toThrow();
    await expect(changeMany(local, many("products", [ben], { to: "on" }))).rejects.toThrow(Refused);
    expect(await rolesOf(ben)).toHaveLength(1);
  });

  test("have products switched on and off, the others stay as each has them", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const [ben, cara] = [
      await company.endUser({ products: ["reports", "texting"] }),
      await company.endUser({ products: [] }),
    ];
    await changeMany(viewer, many("products", [ben, cara], { products: ["chat"], to: "on" }));
    expect((await rowsOf(ben))?.member.products).toEqual(["texting", "chat", "reports"]);
    expect((await rowsOf(cara))?.member.products).toEqual(["chat"]);
    await changeMany(viewer, many("products", [ben, cara], { products: ["reports"], to: "off" }));
    expect((await rowsOf(ben))?.member.products).toEqual(["texting", "chat"]);
    expect((await eventsOf(ben.memberId))[0]?.details).toEqual({
      before: { products: "Texting, Chat, Reports" },
      after: { products: "Texting, Chat" },
    });
    expect(await eventsOf(cara.memberId)).toHaveLength(1);
  });

  test("are given a line and have one taken, not oneself, and it is taken back as one", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number({ label: "A" }), await company.number({ label: "B" })];
    const [ben, cara] = [await company.endUser({ lines: [recalls] }), await company.pending()];
    const viewer = await viewerOf(company.ana);
    const all = [ben, cara];
    const act = (name: Act, line: { id: string }) =>
      changeMany(viewer, many(name, [company.ana, ...all], { line: line.id }));
    const lines = () => Promise.all([company.ana, ...all].map(linesOf));
    const defaults = async () => (await Promise.all(all.map(rowsOf))).map((row) => row?.member.defaultNumberId);
    expect(await act("give-line", desk)).toMatchObject({ done: 2, leftOut: 1 });
    expect(await lines()).toEqual([[], expect.arrayContaining([desk.id, recalls.id]), [desk.id]]);
    expect(await defaults()).toEqual([recalls.id, desk.id]);
    expect((await eventsOf(cara.memberId))[0]).toMatchObject({
      action: "line.given",
      details: { after: { number: desk.e164 } },
    });
    expect(await act("take-line", recalls)).toMatchObject({ done: 1, leftOut: 2 });
    expect(await defaults()).toEqual([desk.id, desk.id]);
    const taken = await act("take-line", desk);
    expect(await lines()).toEqual([[], [], []]);
    await undoAct(viewer, { undoId: taken.undo ?? "", once: onceKey() });
    expect(await lines()).toEqual([[], [desk.id], [desk.id]]);
    expect(await defaults()).toEqual([desk.id, desk.id]);
  });

  test("are given no line that is disabled, somebody else's or none", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [line, off] = [await company.number(), await company.number({ groupId: west.id })];
    const local = await viewerOf(await company.admin({ groupId: west.id }));
    const ben = await company.endUser({ groupId: west.id });
    const numbersOfOthers = [line.id, (await (await makeCompany()).number()).id, onceKey()];
    for (const act of ["give-line", "take-line"] as const) {
      for (const each of numbersOfOthers)
        await expect(changeMany(local, many(act, [ben], { line: each }))).rejects.toThrow(NotFound);
      for (const choices of [{}, { line: "" }, { line: "415" }])
        await expect(changeMany(local, many(act, [ben], choices))).rejects.toThrow("Choose a line.");
    }
    await writeDb.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, off.id));
    await expect(changeMany(local, many("give-line", [ben], { line: off.id }))).rejects.toThrow(
      "This number is disabled.",
    );
    expect(await linesOf(ben)).toEqual([]);
  });
});
