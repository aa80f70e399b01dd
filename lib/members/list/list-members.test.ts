import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import type { Viewer } from "../../access/viewer";
import { packCursor } from "../../paging";
import { listMembers } from "./list-members";
import { listAddress, listQuery } from "./list-query";

type Params = Record<string, string | string[]>;

const list = (viewer: Viewer, params: Params = {}) => listMembers(viewer, listQuery(params));
const names = async (viewer: Viewer, params: Params = {}) => (await list(viewer, params)).rows.map((row) => row.name);

/** Every row, page by page in one direction. */
async function walk(viewer: Viewer, params: Params, direction: "forth" | "back") {
  const found: string[] = [];
  let at: Params = direction === "forth" ? {} : { before: "last" };
  for (let pages = 0; pages < 20; pages++) {
    const page = await list(viewer, { ...params, ...at });
    const ids = page.rows.map((row) => row.id);
    found.splice(direction === "forth" ? found.length : 0, 0, ...ids);
    const on = direction === "forth" ? page.next : page.previous;
    if (!on) return found;
    at = direction === "forth" ? { after: on } : { before: on };
  }
  throw new Error("the pages never end");
}

describe("a company of sixty", () => {
  let company: Company;
  let viewer: Viewer;

  beforeAll(async () => {
    company = await makeCompany();
    for (let at = 0; at < 44; at++)
      await company.endUser({ name: `Person ${String.fromCharCode(65 + (at % 26))}${at}` });
    for (let at = 0; at < 10; at++) await company.pending({ name: "Same Name" });
    for (let at = 0; at < 5; at++) await company.disabled({ name: `Gone ${at}` });
    const { accountId } = company;
    await writeDb
      .update(members)
      .set({ lastLoginAt: sql`now() - make_interval(mins => abs(hashtext(id::text)) % 5000)` })
      .where(sql`${eq(members.accountId, accountId)} and status = 'Active' and hashtext(id::text) % 3 <> 0`);
    viewer = await viewerOf(company.ana);
  });

  test("is paged 25 by 25, each person once, with totals by status", async () => {
    const first = await list(viewer);
    expect(first).toMatchObject({ totals: { Active: 45, Pending: 10, Disabled: 5 }, place: 1, previous: null });
    expect(first.rows).toHaveLength(25);
    const second = await list(viewer, { after: first.next ?? "" });
    expect(second.place).toBe(26);
    expect(await list(viewer, { before: second.previous ?? "" })).toMatchObject({
      place: 1,
      previous: null,
      rows: first.rows,
    });
    expect((await list(viewer, { before: "last" })).place).toBe(36);
  });

  test.each(["name", "-name", "email", "-email", "status", "-status", "last-login", "-last-login"])(
    "by %s forth and back is the same whole list",
    async (sort) => {
      const forth = await walk(viewer, { sort }, "forth");
      expect(new Set(forth).size).toBe(60);
      expect(await walk(viewer, { sort }, "back")).toEqual(forth);
      expect(await walk(viewer, { sort, status: "Pending" }, "forth")).toHaveLength(10);
    },
  );

  test("turned round is the same list backwards", async () => {
    for (const sort of ["name", "email", "status", "last-login"])
      expect((await walk(viewer, { sort: `-${sort}` }, "forth")).reverse()).toEqual(
        await walk(viewer, { sort }, "forth"),
      );
  });

  test("of 50 or 100 a page", async () => {
    expect((await list(viewer, { size: "50" })).rows).toHaveLength(50);
    expect(await list(viewer, { size: "100" })).toMatchObject({ next: null, previous: null });
  });

  test("whatever makes no sense in the address is as if it weren't there", async () => {
    const first = await names(viewer);
    const cursor = packCursor({ key: ["Person"], id: company.ana.memberId, place: 1 });
    const nonsense: Params[] = [
      { after: "%%%" },
      { after: Buffer.from("[]").toString("base64url") },
      { after: packCursor({ key: ["A\0"], id: company.ana.memberId, place: 0 }) },
      { after: packCursor({ key: ["A"], id: "not-an-id", place: 0 }) },
      { before: packCursor({ key: ["A", "B"], id: company.ana.memberId, place: 0 }) },
      { size: "1000000" },
      { sort: "password", status: "Gone", role: "root" },
      { sort: ["name", "email"], status: ["", "x"] },
    ];
    for (const params of nonsense) expect(await names(viewer, params)).toEqual(first);
    for (const key of [
      "now",
      "-infinity ",
      "0000-01-01T00:00:00.000Z",
      "2026-02-30T00:00:00.000Z",
      `2026-01-01T00:00:00.${"1".repeat(200)}Z`,
    ])
      expect(
        (
          await list(viewer, {
            sort: "last-login",
            after: packCursor({ key: [key], id: company.ana.memberId, place: 0 }),
          })
        ).place,
      ).toBe(1);
    expect(
      (
        await list(viewer, {
          sort: "status",
          after: packCursor({ key: ["Root", "A"], id: company.ana.memberId, place: 0 }),
        })
      ).place,
    ).toBe(1);
    expect((await list(viewer, { sort: "last-login", after: cursor })).place).toBe(1);
  });
});

describe("filters", () => {
  test("by status and role together, kept in the address", async () => {
    const company = await makeCompany();
    const ben = await company.admin({ name: "Ben Ortiz" });
    await company.endUser();
    const viewer = await viewerOf(company.ana);
    expect(await names(viewer, { role: "admin", sort: "name" })).toEqual(["Ana Silva", ben.name]);
    expect(await names(viewer, { role: "admin", status: "Pending" })).toEqual([]);
    const query = listQuery({ role: "admin", status: "Active", sort: "-email", size: "50", search: "ben & co" });
    const said = Object.fromEntries(new URL(listAddress(query), "http://x").searchParams);
    expect(said).toEqual({ role: "admin", status: "Active", sort: "-email", size: "50", search: "ben & co" });
    expect(listQuery(said)).toEqual(query);
    expect(listAddress(listQuery({}))).toBe("/admin/users");
  });
});

describe("what a row says", () => {
  test("roles with their groups, products, lines, and how the invitation stands", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const person = await company.pending({
      role: "messaging-agent",
      groupId: west.id,
      products: ["texting"],
      lines: [await company.number()],
    });
    await linkTo(person, "invitation");
    const viewer = await viewerOf(company.ana);
    const [row] = (await list(viewer, { status: "Pending" })).rows;
    expect(row).toMatchObject({
      name: person.name,
      roles: [{ role: "messaging-agent", group: "West" }],
      products: ["texting"],
      lines: 1,
      status: "Pending",
      lastLoginAt: null,
      atHome: true,
      askedAgain: false,
      isUnchecked: false,
      mail: null,
      invitation: { expired: false },
    });
  });
});

describe("scope", () => {
  test("no foreign row and no foreign count; an End User sees nobody", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const stranger = await other.endUser({ name: "Stranger Danger" });
    const viewer = await viewerOf(company.ana);
    expect(await names(viewer)).toEqual(["Ana Silva"]);
    expect(await names(viewer, { search: stranger.name })).toEqual([]);
    expect((await list(viewer)).totals).toEqual({ Active: 1, Pending: 0, Disabled: 0 });
    expect(await list(await viewerOf(stranger))).toMatchObject({ rows: [], totals: { Active: 0 } });
  });

  test("an Admin of a group sees and counts those under it alone", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const local = await company.admin({ name: "Lou West", groupId: west.id });
    await company.endUser({ name: "Uma West", groupId: west.id });
    await company.endUser();
    const page = await list(await viewerOf(local));
    expect(page.rows.map((row) => row.name)).toEqual(["Lou West", "Uma West"]);
    expect(page.totals).toEqual({ Active: 2, Pending: 0, Disabled: 0 });
  });
});
