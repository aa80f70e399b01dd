import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { groups } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { offer } from "../pick/offer";
import { assignUser } from "./assign";
import { findGroups } from "./find";
import { getGroup } from "./get";
import { groupsQuery } from "./groups-query";
import { listGroups } from "./list";
import { GroupPeoplePage, peopleOfGroup } from "./people-of-group";

type Branch = Awaited<ReturnType<typeof listGroups>>["branches"][number];
const names = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name));

const page = (which: string, more = {}) => GroupPeoplePage.parse({ which, ...more });

const looking = (search: string) => groupsQuery({ search });

async function town() {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const store = await company.group("Store 4", west.id);
  return { company, west, east, store };
}

describe("the tree", () => {
  test("is what the viewer sees, with what is right in each group", async () => {
    const { company, west, store } = await town();
    await company.endUser({ groupId: store.id });
    await company.number({ groupId: west.id });
    const tree = await listGroups(await viewerOf(company.ana));
    expect(names(tree.branches)).toEqual([["Main Group", ["East", ["West", ["Store 4"]]]]]);
    const [root] = tree.branches;
    expect(root).toMatchObject({ people: 1, numbers: 0, below: 2 });
    expect(root?.children[1]).toMatchObject({ name: "West", people: 0, numbers: 1, below: 1 });
    expect(root?.children[1]?.children[0]).toMatchObject({ people: 1, numbers: 0, below: 0 });
    expect(names((await listGroups(await viewerOf(company.ana), west.id)).branches)).toEqual(["Store 4"]);
  });

  test("of a part begins with that part, and counts whom its Admin sees", async () => {
    const { company, west, east, store } = await town();
    const ana = await viewerOf(company.ana);
    const both = await company.endUser({ groupId: store.id });
    await assignUser(ana, { groupId: east.id, person: both.email, role: "sender", once: onceKey() });
    await company.endUser({ groupId: store.id });
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const tree = await listGroups(ofWest);
    expect(names(tree.branches)).toEqual([["West", ["Store 4"]]]);
    expect(tree.branches[0]?.children[0]?.people).toBe(1);
    expect((await listGroups(ofWest, east.id)).total).toBe(0);
    expect((await listGroups(await viewerOf(await company.endUser()))).branches).toEqual([]);
  });

  test("of too many groups shows the highest levels that fit, and says what is below", async () => {
    const { company, west } = await town();
    const many = Array.from({ length: 220 }, (_, at) => ({
      id: v7(),
      accountId: company.accountId,
      parentId: west.id,
      name: `Store ${at + 10}`,
    }));
    await writeDb.insert(groups).values(many);
    const viewer = await viewerOf(company.ana);
    const tree = await listGroups(viewer);
    expect([tree.shown, tree.total]).toEqual([3, 224]);
    expect(names(tree.branches)).toEqual([["Main Group", ["East", "West"]]]);
    expect(tree.branches[0]?.children[1]?.below).toBe(221);
    expect((await listGroups(viewer, west.id)).shown).toBe(200);
    expect((await findGroups(viewer, looking("22 store"))).rows).toHaveLength(12);
  });

  test("is searched by any part of a name, in any case and with any accents", async () => {
    const { company, west } = await town();
    await company.group("Zürich 100%", west.id);
    const viewer = await viewerOf(company.ana);
    expect((await findGroups(viewer, looking("ZURI 0%"))).rows).toMatchObject([
      { name: "Zürich 100%", trail: [{ name: "Main Group" }, { name: "West" }] },
    ]);
    expect((await findGroups(viewer, looking("%_"))).rows).toEqual([]);
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    expect((await findGroups(ofWest, looking("Store"))).rows).toMatchObject([
      { name: "Store 4", trail: [{ name: "West" }] },
    ]);
    expect((await findGroups(ofWest, looking("East"))).rows).toEqual([]);
  });
});

describe("a group", () => {
  test("tells what the viewer may do with it", async () => {
    const { company, west, store } = await town();
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    expect(await getGroup(ofWest, west.id)).toMatchObject({
      trail: [],
      may: { edit: true, place: false, assign: true },
    });
    expect(await getGroup(ofWest, store.id)).toMatchObject({
      trail: [{ name: "West" }],
      inside: null,
      may: { edit: true, place: true, assign: true },
    });
    const reader = await viewerOf(await company.endUser({ role: "viewer" }));
    expect(await getGroup(reader, west.id)).toMatchObject({
      inside: "1 sub-group and 1 person",
      roles: [],
      may: { edit: false, place: false, assign: false },
    });
    expect(
      (await offer(await viewerOf(company.ana), { from: `groups-to-move-to:${west.id}` })).choices.map(({ label }) =>
        label.trim(),
      ),
    ).toEqual(["Main Group", "East"]);
  });

  test("of another company, another part or no id is not found", async () => {
    const { company, west, east } = await town();
    const elsewhere = await makeCompany();
    for (const who of [elsewhere.ana, await company.endUser(), await company.admin({ groupId: east.id })])
      expect(await getGroup(await viewerOf(who), west.id)).toBeNull();
    for (const id of [crypto.randomUUID(), "nonsense", company.accountId])
      expect(await getGroup(await viewerOf(company.ana), id)).toBeNull();
  });
});

describe("the people of a group", () => {
  test("are direct, inherited or below, each with where their role comes from", async () => {
    const { company, west, store } = await town();
    const direct = await company.endUser({ name: "Dev Patel", groupId: west.id, role: "sender" });
    await company.endUser({ name: "Cara Novak", groupId: store.id });
    const viewer = await viewerOf(company.ana);
    await assignUser(viewer, { groupId: west.id, person: direct.email, role: "viewer", once: onceKey() });
    const seen = async (which: string) =>
      (await peopleOfGroup(viewer, west.id, page(which))).rows.map(({ firstName, from }) => [
        firstName,
        from.map(({ role, group }) => `${role} in ${group}`),
      ]);
    expect(await seen("direct")).toEqual([["Dev", ["sender in West", "viewer in West"]]]);
    expect(await seen("inherited")).toEqual([["Ana", ["admin in Main Group"]]]);
    expect(await seen("below")).toEqual([["Cara", ["end-user in Store 4"]]]);
    expect(await seen("nonsense")).toEqual(await seen("direct"));
  });

  test("are only those whom the viewer sees, and say whom the viewer manages", async () => {
    const { company, west, east, store } = await town();
    const both = await company.endUser({ groupId: west.id });
    const ana = await viewerOf(company.ana);
    await assignUser(ana, { groupId: east.id, person: both.email, role: "sender", once: onceKey() });
    await company.endUser({ name: "Gia Romano", groupId: west.id });
    const admin = await company.admin({ name: "Ivo Kral", groupId: west.id });
    const ofWest = await viewerOf(admin);
    const direct = (await peopleOfGroup(ofWest, west.id, page("direct"))).rows;
    expect(direct.map(({ firstName, manages }) => [firstName, manages])).toEqual([
      ["Gia", true],
      ["Ivo", true],
    ]);
    expect((await peopleOfGroup(ofWest, store.id, page("inherited"))).rows).toHaveLength(2);
    expect((await peopleOfGroup(ofWest, west.id, page("inherited"))).rows).toEqual([]);
    const reader = await viewerOf(await company.endUser({ role: "viewer" }));
    const read = (await peopleOfGroup(reader, west.id, page("direct"))).rows;
    expect(read.map(({ manages }) => manages)).toEqual([false, false, false]);
    const stranger = await viewerOf((await makeCompany()).ana);
    expect((await peopleOfGroup(stranger, west.id, page("direct"))).rows).toEqual([]);
  });

  test("come by name, page by page, both ways, and are found by any part", async () => {
    const { company, west } = await town();
    for (let at = 0; at < 27; at++)
      await company.endUser({ name: `Nia ${at === 7 ? "Quillfeather" : `Moss ${at + 10}`}`, groupId: west.id });
    const viewer = await viewerOf(company.ana);
    const one = await peopleOfGroup(viewer, west.id, page("direct"));
    const two = await peopleOfGroup(viewer, west.id, page("direct", { after: one.next }));
    expect([one.rows.length, two.rows.length, one.previous, two.next]).toEqual([25, 2, undefined, undefined]);
    expect((await peopleOfGroup(viewer, west.id, page("direct", { before: two.previous }))).rows).toEqual(one.rows);
    expect((await peopleOfGroup(viewer, west.id, page("direct", { search: "ILLFEA nia" }))).rows).toHaveLength(1);
  });
});
