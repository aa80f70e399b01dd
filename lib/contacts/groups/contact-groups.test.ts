import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { campaignOptions } from "@/lib/campaigns/campaign-options";
import { NotFound } from "@/lib/errors";
import type { Params } from "@/lib/paging";
import { contactGroupsSeen } from "@/lib/pick/contact-groups";
import { subscriptionOptions } from "@/lib/subscriptions/subscription-options";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { makeTalk } from "@/tests/support/talk";
import { contactsChosen } from "../chosen";
import { contactsQuery } from "../contacts-query";
import { deleteContacts } from "../delete";
import { listContacts } from "../list";
import { mergeContacts } from "../merge";
import { partContacts } from "../part";
import { AddContactGroup, addContactGroup } from "./add";
import { contactGroupsQuery } from "./contact-groups-query";
import { contactGroupsOf, getContactGroup, listContactGroups } from "./list";
import { putInContactGroup } from "./put";
import { removeContactGroup } from "./remove";
import { renameContactGroup } from "./rename";
import { takeOutOfContactGroup } from "./take-out";

const add = (viewer: Viewer, name: string) => addContactGroup(viewer, AddContactGroup.parse({ name, once: onceKey() }));
const put = (viewer: Viewer, group: string, ...contact: string[]) =>
  putInContactGroup(viewer, { contact, group, once: onceKey() });
const seen = async (viewer: Viewer, asked: Params = {}) =>
  (await listContactGroups(viewer, contactGroupsQuery(asked))).rows.map(({ name, count }) => `${name} ${count}`);
const inGroup = async (viewer: Viewer, group: string) =>
  (await listContacts(viewer, contactsQuery({ group }))).rows.map(({ name }) => name);

async function desk() {
  const company = await makeCompany();
  const line = await company.number();
  const people = [];
  for (const name of ["Abe Castle", "Bo Castle", "Cy Quist"]) people.push((await makeTalk({ line, name })).contactId);
  const [abe = "", bo = "", cy = ""] = people;
  return { company, line, ana: await viewerOf(company.ana), abe, bo, cy };
}

test("contacts are put in and taken out, one or many, each told once, and the list is filtered by it", async () => {
  const { ana, abe, bo, cy } = await desk();
  const { id } = await add(ana, "Regulars");
  expect(await put(ana, id, abe, bo)).toMatchObject({ count: 2, name: "Regulars" });
  expect(await put(ana, id, bo, cy)).toMatchObject({ count: 1, name: "Regulars" });
  expect(await put(ana, id, bo)).toMatchObject({ count: 0, name: "Regulars" });
  expect(await inGroup(ana, id)).toEqual(["Abe Castle", "Bo Castle", "Cy Quist"]);
  expect(await takeOutOfContactGroup(ana, { contact: [abe, bo], group: id, once: onceKey() })).toMatchObject({
    count: 2,
  });
  expect(await inGroup(ana, id)).toEqual(["Cy Quist"]);
  expect(await seen(ana)).toEqual(["Regulars 1"]);
  const told = await db.select().from(auditEvents).where(eq(auditEvents.accountId, ana.accountId));
  expect(told.filter(({ action }) => action === "contact.grouped")).toHaveLength(3);
  expect(told.filter(({ action }) => action === "contact.ungrouped")).toHaveLength(2);
});

test("groups stand by name as people count, in the list and in the pickers", async () => {
  const { ana } = await desk();
  const natural = ["9", "10", "Álvaro 2", "List 1", "List 2", "list 3", "List 10"];
  const shown: unknown[] = [];
  for (const name of natural.toReversed()) await add(ana, name);
  shown.push((await seen(ana)).map((row) => row.replace(/ 0$/, "")));
  for (const { groups } of [await campaignOptions(ana), await subscriptionOptions(ana)])
    shown.push(groups.map(({ label }) => label));
  shown.push((await contactGroupsSeen.whole(ana, { about: undefined, most: 20 })).map(({ label }) => label));
  expect(shown).toEqual([natural, natural, natural, natural]);
});

test("groups are found by a part of their name, sorted, and turned page by page", async () => {
  const { ana, abe, bo } = await desk();
  const many = ["Été 1", "Été 2", "Regulars", ...Array.from({ length: 23 }, (_, at) => `Route ${at + 10}`)];
  const made = new Map<string, string>();
  for (const name of many) made.set(name, (await add(ana, name)).id);
  await put(ana, made.get("Été 2") ?? "", abe);
  await put(ana, made.get("Regulars") ?? "", abe, bo);
  expect(await seen(ana, { search: "ete" })).toEqual(["Été 1 0", "Été 2 1"]);
  expect(await seen(ana, { search: "route 3" })).toEqual([
    "Route 13 0",
    "Route 23 0",
    "Route 30 0",
    "Route 31 0",
    "Route 32 0",
  ]);
  expect(await seen(ana, { search: "nothing like it" })).toEqual([]);
  expect((await seen(ana, { sort: "-contacts" })).slice(0, 2)).toEqual(["Regulars 2", "Été 2 1"]);
  expect((await seen(ana, { sort: "-name", page: "2" })).length).toBe(1);
  const first = await listContactGroups(ana, contactGroupsQuery({}));
  expect([first.total, first.pages, first.rows.length]).toEqual([26, 2, 25]);
  expect(await seen(ana, { page: "2" })).toEqual(["Route 32 0"]);
});

test("all that match a list are put in and taken out at once", async () => {
  const { ana } = await desk();
  const { id } = await add(ana, "Castles");
  const all = async (list: string) => {
    const { form } = await contactsChosen(ana, { all: "1", list });
    return { ...form, all: "1" as const, contact: [], group: id, once: onceKey() };
  };
  expect(await putInContactGroup(ana, await all("search=castle"))).toMatchObject({ count: 2, rest: null });
  expect(await inGroup(ana, id)).toEqual(["Abe Castle", "Bo Castle"]);
  expect(await takeOutOfContactGroup(ana, await all(`group=${id}&search=bo`))).toMatchObject({ count: 1 });
  expect(await inGroup(ana, id)).toEqual(["Abe Castle"]);
});

test("a name is one in the company, whatever the case, also for two at once", async () => {
  const { ana } = await desk();
  const both = await meet(
    () => add(ana, "Regulars"),
    () => add(ana, "REGULARS"),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(add(ana, "regulars")).rejects.toThrow("There is a contact group of that name already.");
  const { id } = await add(ana, "Others");
  const rename = (name: string, revision: number) =>
    renameContactGroup(ana, { groupId: id, name, revision, once: onceKey() });
  await expect(rename("Regulars", 1)).rejects.toThrow("of that name already");
  expect(await rename("Friends", 1)).toEqual({ name: "Friends" });
  await expect(rename("Foes", 1)).rejects.toThrow("Somebody else changed this");
});

test("removed, its contacts stay; a contact that is deleted is in no group", async () => {
  const { ana, abe, bo } = await desk();
  const { id } = await add(ana, "Regulars");
  await put(ana, id, abe, bo);
  await deleteContacts(ana, { contact: [abe], once: onceKey() });
  expect(await inGroup(ana, id)).toEqual(["Bo Castle"]);
  expect((await getContactGroup(ana, id))?.count).toBe(1);
  await removeContactGroup(ana, { groupId: id, once: onceKey() });
  expect(await getContactGroup(ana, id)).toBeUndefined();
  expect((await listContacts(ana, contactsQuery({}))).rows.map(({ name }) => name)).toEqual(["Bo Castle", "Cy Quist"]);
});

test("two who become one are in the groups of both; parted, each is in their own", async () => {
  const { ana, abe, bo } = await desk();
  const [one, two] = [await add(ana, "One"), await add(ana, "Two")];
  await put(ana, one.id, abe);
  await put(ana, two.id, bo);
  const names = async (id: string) => (await contactGroupsOf(ana, id)).map(({ name }) => name);
  await mergeContacts(ana, { contactId: abe, other: "Bo Castle", once: onceKey() });
  expect(await names(abe)).toEqual(["One", "Two"]);
  expect(await inGroup(ana, two.id)).toEqual(["Abe Castle"]);
  expect(await seen(ana)).toEqual(["One 1", "Two 1"]);
  await partContacts(ana, { contactId: abe, otherId: bo, once: onceKey() });
  expect([await names(abe), await names(bo)]).toEqual([["One"], ["Two"]]);
});

test("in a part, one sees and fills groups with one's own people or nobody, and leaves those of others alone", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const line = await company.number({ groupId: west.id });
  const [wanda, edda] = [
    await makeTalk({ line, name: "Wanda West" }),
    await makeTalk({ line: await company.number({ groupId: east.id }), name: "Edda East" }),
  ];
  const ana = await viewerOf(company.ana);
  const [mixed, eastern, empty] = [await add(ana, "Mixed"), await add(ana, "Eastern"), await add(ana, "Empty")];
  await put(ana, mixed.id, wanda.contactId, edda.contactId);
  await put(ana, eastern.id, edda.contactId);
  const wes = await viewerOf(await company.endUser({ groupId: west.id }));
  expect(await seen(wes)).toEqual(["Empty 0", "Mixed 1"]);
  expect(await inGroup(wes, mixed.id)).toEqual(["Wanda West"]);
  expect(await inGroup(wes, eastern.id)).toEqual([]);
  expect(await getContactGroup(wes, eastern.id)).toBeUndefined();
  await expect(put(wes, eastern.id, wanda.contactId)).rejects.toThrow(NotFound);
  await expect(put(wes, mixed.id, edda.contactId)).rejects.toThrow(NotFound);
  await expect(removeContactGroup(wes, { groupId: mixed.id, once: onceKey() })).rejects.toThrow("don't manage");
  await put(wes, empty.id, wanda.contactId);
  expect((await getContactGroup(wes, empty.id))?.isWhole).toBe(true);
  const reader = await viewerOf(await company.endUser({ role: "messaging-agent", lines: [line], groupId: west.id }));
  expect(await seen(reader)).toEqual(["Empty 1", "Mixed 1"]);
  await expect(put(reader, mixed.id, wanda.contactId)).rejects.toThrow(NotFound);
});
