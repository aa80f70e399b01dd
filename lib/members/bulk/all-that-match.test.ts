import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { actionsOn, statusOf } from "@/tests/support/rows";
import type { Viewer } from "../../access/viewer";
import { NotFound } from "../../errors";
import type { Act } from "../acts";
import { countMatching } from "../list/count-matching";
import { listQuery } from "../list/list-query";
import { ChangeMany } from "./batch";
import { changeMany } from "./change-many";
import { previewMany } from "./preview";
import { bulkQuery } from "./query";

const statusesOf = (people: readonly Person[]) => Promise.all(people.map(statusOf));

describe("all that match", () => {
  const matching = (list: string, seen: string, act: Act = "disable") =>
    ChangeMany.parse({ act, all: "1", list, seen, once: onceKey() });
  async function seenBy(viewer: Viewer, list: string, act: Act = "disable") {
    const asked = bulkQuery({ ...Object.fromEntries(new URLSearchParams(list)), act, all: "1" });
    if (!asked) throw new Error("nothing is asked");
    return previewMany(viewer, act, asked.selection);
  }

  test("are found by the list's search and filters, and never beyond what one manages", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [ben, cara] = [
      await company.endUser({ name: "Ben Ortiz", groupId: west.id }),
      await company.endUser({ name: "Ben Novak" }),
    ];
    const local = await viewerOf(await company.admin({ groupId: west.id }));
    const preview = await seenBy(local, "search=ben");
    expect(preview.people.map(({ id }) => id)).toEqual([ben.memberId]);
    expect(await changeMany(local, matching("search=ben", preview.seen))).toMatchObject({
      done: 1,
      list: { search: "ben" },
    });
    expect(await statusesOf([ben, cara])).toEqual(["Disabled", "Active"]);
  });

  test("are as many as are counted, with each filter and for whoever manages a part", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    await company.endUser({ name: "Ben Ortiz", groupId: west.id });
    await company.endUser({ name: "Ben Novak" });
    await company.disabled({ name: "Ben Quist" });
    const [ana, local] = [
      await viewerOf(company.ana),
      await viewerOf(await company.admin({ name: "Lea Roux", groupId: west.id })),
    ];
    for (const list of [
      "",
      "search=ben",
      "search=ben&status=Disabled",
      "role=end-user",
      `group=${west.id}`,
      "search=q",
    ])
      for (const viewer of [ana, local]) {
        const { people, leftOut } = await seenBy(viewer, list);
        const found = people.length + leftOut.flatMap((each) => each.people).length;
        const params = Object.fromEntries(new URLSearchParams(list));
        expect(await countMatching(viewer, listQuery(params)), list).toBe(found);
      }
    expect(await countMatching(ana, listQuery({ search: "ben" }))).toBe(3);
    expect(await countMatching(ana, listQuery({ search: "ben" }), 3)).toBe(3);
    expect(await countMatching(ana, listQuery({ search: "ben" }), 1), "one above what was asked for").toBe(2);
    expect(await countMatching(local, listQuery({ search: "ben" }))).toBe(1);
  });

  test("who matches by now but was not asked about stops it", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const ben = await company.endUser();
    const { seen } = await seenBy(viewer, "role=end-user");
    await company.endUser();
    await expect(changeMany(viewer, matching("role=end-user", seen))).rejects.toThrow("changed meanwhile");
    expect(await statusOf(ben)).toBe("Active");
    const again = await seenBy(viewer, "role=end-user");
    expect(again.leftOut).toEqual([]);
    expect(await changeMany(viewer, matching("role=end-user", again.seen))).toMatchObject({ done: 2, leftOut: 0 });
    expect(await actionsOn(ben.memberId)).toEqual(["member.disabled"]);
  });

  test("an End User's answer is that there is no such page", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(await company.endUser());
    const { seen, people } = await seenBy(viewer, "");
    expect(people).toEqual([]);
    await expect(changeMany(viewer, matching("", seen))).rejects.toThrow(NotFound);
  });
});
