import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, type Person, unique, viewerOf } from "@/tests/support/cast";
import type { Viewer } from "../access/viewer";
import { packCursor } from "../paging";
import { eventsOfMember } from "./events-of-member";
import { exportActivity } from "./export";
import { listActivity } from "./list";
import { activityAddress, activityQuery } from "./query";
import { sentenceOf } from "./sentences";

type Params = Record<string, string>;
const list = (viewer: Viewer, params: Params = {}) => listActivity(viewer, activityQuery(params));
const said = async (viewer: Viewer, params: Params = {}) =>
  (await list(viewer, params)).entries.map((entry) => sentenceOf(entry, entry.otherCount));

type Event = { action?: string; by?: Person; to?: { id: string; name: string }; at?: string; batchId?: string };
const about = ({ memberId: id, name }: Person) => ({ id, name });

async function happened(company: Company, events: readonly Event[]) {
  await writeDb.insert(auditEvents).values(
    events.map(({ action = "member.disabled", by = company.ana, to = about(company.ana), at, batchId }) => ({
      id: v7(),
      accountId: company.accountId,
      action,
      actorId: by.memberId,
      actorName: by.name,
      subjectId: to.id,
      subjectName: to.name,
      batchId: batchId ?? null,
      createdAt: at ? new Date(at) : new Date(),
    })),
  );
}

async function walk(viewer: Viewer, direction: "forth" | "back", params: Params = {}) {
  const found: string[] = [];
  let at: Params = direction === "forth" ? {} : { before: "last" };
  for (let pages = 0; pages < 30; pages++) {
    const { entries, previous, next } = await list(viewer, { ...params, ...at });
    const here = entries.map((entry) => `${entry.at.toISOString()} ${entry.batchId ?? entry.id} ${entry.otherCount}`);
    found.splice(direction === "forth" ? found.length : 0, 0, ...here);
    const on = direction === "forth" ? next : previous;
    if (!on) return found;
    at = direction === "forth" ? { after: on } : { before: on };
  }
  throw new Error("the pages never end");
}

describe("history of a company", () => {
  let company: Company;
  let viewer: Viewer;
  let crowd: { id: string; name: string }[];

  beforeAll(async () => {
    company = await makeCompany();
    viewer = await viewerOf(company.ana);
    crowd = Array.from({ length: 400 }, (_, at) => ({ id: v7(), name: `Person ${String(at).padStart(3, "0")}` }));
    const minute = (at: number) => new Date(Date.UTC(2026, 9, 12, 8, at)).toISOString();
    for (let at = 0; at < 60; at++) {
      await happened(company, [{ at: minute(at * 3) }]);
      const batchId = v7();
      const size = at % 20 === 7 ? 400 : at % 6;
      const batch = crowd.slice(0, size).map((to) => ({ to, at: minute(at * 3 + 1), batchId }));
      if (size > 0) await happened(company, batch);
    }
  });

  test("is paged, and what was done to many at once is one line wherever it stands", async () => {
    const forth = await walk(viewer, "forth");
    expect(new Set(forth).size).toBe(110);
    expect(forth).toHaveLength(110);
    expect(forth.filter((entry) => entry.endsWith(" 399"))).toHaveLength(3);
    expect(await walk(viewer, "back")).toEqual(forth);
    expect(forth).toEqual(forth.toSorted().reverse());
    expect((await list(viewer)).entries).toHaveLength(50);
  });

  test("tells the others of a batch by name, a hundred of them at most", async () => {
    const entry = (await list(viewer, { to: "2026-10-12" })).entries.find(({ otherCount }) => otherCount === 399);
    expect(entry?.others).toHaveLength(100);
    expect(entry?.others.map(({ id }) => id)).not.toContain(entry?.subjectId);
  });

  test("filters count within a batch, too", async () => {
    const person = crowd[4];
    const sentences = await said(viewer, { person: person?.id ?? "" });
    expect(sentences).toHaveLength(12);
    expect(new Set(sentences)).toEqual(new Set([`Ana Silva disabled ${person?.name}`]));
  });

  test("is downloaded event by event", async () => {
    let rows = 0;
    for await (const page of exportActivity(viewer, activityQuery({}))) rows += page.length;
    const [all] = await writeDb.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_events where account_id = ${company.accountId}`,
    );
    expect(rows).toBe(all?.n);
    expect(rows).toBeGreaterThan(1000);
  });

  test("whatever makes no sense in the address is as if it weren't there", async () => {
    const first = await said(viewer);
    const id = company.ana.memberId;
    for (const params of [
      { after: "%%%" },
      { after: packCursor({ key: ["now", ""], id, place: null }) },
      { after: packCursor({ key: ["2026-10-12T08:00:00.000Z", "x"], id, place: null }) },
      { before: packCursor({ key: ["2026-10-12T08:00:00.000Z"], id, place: null }) },
      { action: "toString" },
      { from: "2026-02-30", to: "yesterday" },
      { from: "0001-01-01", to: "9999-12-31" },
      { person: "  " },
    ])
      expect(await said(viewer, params), JSON.stringify(params)).toEqual(first);
    for (const person of ["\0", "%", "\ud800", "x".repeat(5000), "'; drop table", "a b c d e f g h i j"])
      expect(Array.isArray(await said(viewer, { person }))).toBe(true);
  });
});

describe("what is asked for", () => {
  test("by person, action and days of the reader's zone, kept in the address", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const [ben, cara] = [
      await company.endUser({ name: `Ben ${unique()}` }),
      await company.endUser({ name: `Cara ${unique()}` }),
    ];
    // Los Angeles: seven hours behind.
    await happened(company, [
      { to: about(ben), at: "2026-10-12T06:59:59Z" },
      { to: about(ben), at: "2026-10-12T07:00:00Z", action: "member.enabled" },
      { by: ben, to: about(cara), at: "2026-10-13T06:59:59Z" },
      { by: cara, to: about(cara), at: "2026-10-13T07:00:00Z", action: "session.opened" },
    ]);
    const [one, two, three, four] = [
      `Ana Silva disabled ${ben.name}`,
      `Ana Silva enabled ${ben.name}`,
      `${ben.name} disabled ${cara.name}`,
      `${cara.name} logged in`,
    ];
    expect(await said(viewer)).toEqual([four, three, two, one]);
    expect(await said(viewer, { from: "2026-10-12", to: "2026-10-12" })).toEqual([three, two]);
    expect(await said(viewer, { from: "2026-10-13" })).toEqual([four]);
    expect(await said(viewer, { to: "2026-10-11" })).toEqual([one]);
    expect(await said(viewer, { action: "member.disabled" })).toEqual([three, one]);
    expect(await said(viewer, { person: ben.name.toUpperCase() })).toEqual([three, two, one]);
    expect(await said(viewer, { person: ben.memberId })).toEqual([three, two, one]);
    expect(await said(viewer, { person: cara.name, action: "session.opened" })).toEqual([four]);
    const params = { person: "Ben & co", action: "member.disabled", from: "2026-10-12", to: "2026-10-13" };
    const address = activityAddress(activityQuery(params));
    expect(Object.fromEntries(new URL(address, "http://x").searchParams)).toEqual(params);
  });

  test("those who are gone and groups are found by name", async () => {
    const company = await makeCompany();
    const west = await company.group(`West ${unique()}`);
    const gone = { id: v7(), name: `Dev ${unique()}` };
    await happened(company, [
      { to: west, action: "group.added" },
      { to: gone, action: "member.added" },
      { to: gone, action: "member.deleted" },
    ]);
    const viewer = await viewerOf(company.ana);
    expect(await said(viewer, { person: west.name })).toHaveLength(1);
    expect(await said(viewer, { person: gone.name })).toHaveLength(2);
  });
});

describe("scope", () => {
  test("no company reads another's history", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    await happened(other, [{}, { to: about(company.ana) }]);
    const viewer = await viewerOf(company.ana);
    expect(await said(viewer)).toEqual([]);
    expect(await said(viewer, { person: "Ana Silva" })).toEqual([]);
    expect(await said(viewer, { person: other.ana.memberId })).toEqual([]);
    expect(await eventsOfMember(viewer, company.ana.memberId)).toEqual([]);
    expect(await eventsOfMember(viewer, other.ana.memberId)).toEqual([]);
    expect(await said(await viewerOf(await other.endUser()))).toEqual([]);
  });

  test("an Admin of a group reads what is about people, groups and numbers in it, and nothing else", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const store = await company.group("Store 4", west.id);
    const [inside, outside] = [
      await company.endUser({ groupId: store.id, name: "Ivo Inside" }),
      await company.endUser({ groupId: east.id, name: "Otto Outside" }),
    ];
    const [near, far] = [await company.number({ groupId: store.id }), await company.number({ groupId: east.id })];
    const number = (row: { id: string; label: string }) => ({ id: row.id, name: row.label });
    await happened(company, [
      { to: about(inside) },
      { to: about(outside) },
      { to: about(company.ana) },
      { to: store, action: "group.renamed" },
      { to: east, action: "group.renamed" },
      { to: number(near), action: "number.edited" },
      { to: number(far), action: "number.edited" },
      { to: { id: company.accountId, name: company.name }, action: "company.edited" },
    ]);
    const local = await viewerOf(await company.admin({ groupId: west.id, name: "Lou West" }));
    const theirs = [
      `Ana Silva edited the number ${near.label}`,
      "Ana Silva edited the group Store 4",
      "Ana Silva disabled Ivo Inside",
    ];
    expect(await said(local)).toEqual(theirs);
    expect(await said(local, { person: "Ana Silva" })).toEqual(theirs);
    expect(await said(local, { person: "Outside" })).toEqual([]);
    // By what the list of people does not tell them of somebody, nothing is found: no address is guessed letter by letter.
    expect(await said(local, { person: company.ana.email })).toEqual([]);
    expect(await said(local, { person: inside.email })).toEqual(["Ana Silva disabled Ivo Inside"]);
    expect(await said(await viewerOf(company.ana), { person: company.ana.email })).toHaveLength(8);
    expect(await eventsOfMember(local, inside.memberId)).toHaveLength(1);
    expect(await eventsOfMember(local, outside.memberId)).toEqual([]);
    const rows: string[] = [];
    for await (const page of exportActivity(local, activityQuery({}))) rows.push(...page.map((row) => row.action));
    expect(rows).toEqual(["number.edited", "group.renamed", "member.disabled"]);
  });
});
