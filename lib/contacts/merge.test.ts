import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { contactGroupMembers, contacts, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, onceKey, viewerOf } from "@/tests/support/cast";
import { add, names, phoneBook, rowOf } from "@/tests/support/contacts/phone-book";
import { refusal } from "@/tests/support/forms/refusal";
import { meet } from "@/tests/support/meet";
import { makeTalk } from "@/tests/support/talk";
import { optOut } from "../messages/consent";
import { conversationsWith, getContact, phonesMergedWith } from "./get";
import { addContactGroup } from "./groups/add";
import { putInContactGroup } from "./groups/put";
import { mergeContacts } from "./merge";
import { optOutContacts } from "./opt-out";
import { partContacts } from "./part";

describe("two contacts of one person", () => {
  const two = async (company: Company, line: { id: string }) => {
    const ana = await viewerOf(company.ana);
    const [first, second] = [await makeTalk({ line, name: "Olive Grant" }), await makeTalk({ line, name: "Liv G" })];
    await writeDb.update(contacts).set({ company: "Bakery" }).where(eq(contacts.id, second.contactId));
    await mergeContacts(ana, { contactId: first.contactId, other: second.phone, once: onceKey() });
    return { ana, first, second };
  };
  const ids = ({ first, second }: Awaited<ReturnType<typeof two>>) => ({
    ...{ contactId: first.contactId, otherId: second.contactId, once: onceKey() },
  });

  test("are found by the other telephone by who sees that one, too", async () => {
    const { company, ana } = await phoneBook();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [near, far] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
    const [first, second] = [await makeTalk({ line: near, name: "Olive Grant" }), await makeTalk({ line: far })];
    await mergeContacts(ana, { contactId: first.contactId, other: second.phone, once: onceKey() });
    const search = second.phone.slice(2);
    expect(await names(ana, { search })).toEqual(["Olive Grant"]);
    const ben = await viewerOf(await company.endUser({ groupId: west.id, lines: [near] }));
    expect(await phonesMergedWith(ben, first.contactId)).toEqual([]);
    expect(await names(ben, { search: "olive" })).toEqual(["Olive Grant"]);
    expect(await names(ben, { search })).toEqual([]);
  });

  test("are one, each conversation with its own number, until it is undone", async () => {
    const { company, line } = await phoneBook();
    const both = await two(company, line);
    const { ana, first, second } = both;
    expect(await names(ana)).toEqual(["Olive Grant"]);
    expect(await names(ana, { search: second.phone.slice(2) })).toEqual(["Olive Grant"]);
    expect(await getContact(ana, first.contactId)).toMatchObject({ otherNames: ["Liv G"], company: "Bakery" });
    expect(await phonesMergedWith(ana, first.contactId)).toMatchObject([{ phone: second.phone, canPart: true }]);
    const user = await viewerOf(await company.endUser({ lines: [line] }));
    expect((await conversationsWith(user, first.contactId)).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    await optOutContacts(ana, { contact: [first.contactId], reason: "Said so", once: onceKey() });
    expect(await db.select().from(optOuts).where(eq(optOuts.phone, second.phone))).toHaveLength(1);
    await writeDb.update(contacts).set({ company: "Castle" }).where(eq(contacts.id, first.contactId));
    await partContacts(ana, ids(both));
    expect(await names(ana)).toEqual(["Liv G", "Olive Grant"]);
    expect(await rowOf(first.contactId)).toMatchObject({ otherNames: [], company: "Castle" });
    expect(await rowOf(second.contactId)).toMatchObject({ company: "Bakery", mergedInto: null });
  });

  test("stay one after thirty days, and by a name that several have are not found", async () => {
    const { company, line } = await phoneBook();
    const both = await two(company, line);
    const { ana, first, second } = both;
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await writeDb.update(contacts).set({ mergedAt: longAgo }).where(eq(contacts.id, second.contactId));
    expect(await phonesMergedWith(ana, first.contactId)).toMatchObject([{ canPart: false }]);
    expect((await refusal(partContacts(ana, ids(both))))?.message).toMatch(/^It is too late to undo this/);
    for (const phone of ["+14155550133", "+14155550134"]) await add(ana, { firstName: "Twin", phone });
    const merging = (other: string) =>
      refusal(mergeContacts(ana, { contactId: first.contactId, other, once: onceKey() }));
    expect((await merging("twin"))?.message).toBe("Several contacts are called so. Enter the phone number.");
    expect((await merging("Olive Grant"))?.message).toBe("No other contact has this name or number.");
  });

  test("who came along with another goes back with that one; each is then as they were, and all are called as their contact is", async () => {
    const { ana } = await phoneBook();
    const phones = ["+14155550141", "+14155550142", "+14155550143"] as const;
    const { id: plain } = await add(ana, { phone: phones[0] });
    const { id: baker } = await add(ana, { firstName: "Bea", company: "Bakery", phone: phones[1] });
    const { id: chief } = await add(ana, { firstName: "Cleo", company: "Bakery", phone: phones[2] });
    const { id: group } = await addContactGroup(ana, { name: "Regulars", once: onceKey() });
    await putInContactGroup(ana, { contact: [baker], group, once: onceKey() });
    const merge = (contactId: string, other: string) => mergeContacts(ana, { contactId, other, once: onceKey() });
    const part = (contactId: string, otherId: string) => partContacts(ana, { contactId, otherId, once: onceKey() });
    const groupsOf = (contactId: string) =>
      db.select().from(contactGroupMembers).where(eq(contactGroupMembers.contactId, contactId));
    await merge(plain, phones[1]);
    await merge(chief, phones[0]);
    expect((await phonesMergedWith(ana, chief)).map(({ id, canPart, cameWith }) => [id, canPart, cameWith])).toEqual([
      [baker, false, plain],
      [plain, true, null],
    ]);
    expect((await refusal(part(chief, baker)))?.message).toBe(
      "It came here with another telephone. Undo that one first.",
    );
    await part(chief, plain);
    expect(await rowOf(chief)).toMatchObject({ name: "Cleo", company: "Bakery", otherNames: [] });
    expect(await rowOf(plain)).toMatchObject({ name: "Bea", company: "Bakery", mergedInto: null });
    expect(await rowOf(baker)).toMatchObject({ name: "Bea", mergedInto: plain });
    expect(await groupsOf(chief)).toHaveLength(0);
    await part(plain, baker);
    expect(await rowOf(plain)).toMatchObject({ name: phones[0], company: null, otherNames: [] });
    expect(await rowOf(baker)).toMatchObject({ name: "Bea", company: "Bakery", mergedInto: null });
    expect([await groupsOf(plain), await groupsOf(baker)].map(({ length }) => length)).toEqual([0, 1]);
  });

  test("a telephone that was there before takes the name that comes with another, and loses it with that one", async () => {
    const { ana } = await phoneBook();
    const { id: into } = await add(ana, { phone: "+14155550144" });
    const { id: silent } = await add(ana, { phone: "+14155550145" });
    const { id: named } = await add(ana, { firstName: "Dee", phone: "+14155550146" });
    for (const other of ["+14155550145", "+14155550146"])
      await mergeContacts(ana, { contactId: into, other, once: onceKey() });
    expect(await rowOf(silent)).toMatchObject({ name: "Dee" });
    await partContacts(ana, { contactId: into, otherId: named, once: onceKey() });
    expect([await rowOf(into), await rowOf(silent)].map((row) => row?.name)).toEqual(["+14155550144", "+14155550145"]);
  });

  test("of two who merge one into theirs at once one does, and the other is told", async () => {
    const { ana } = await phoneBook();
    const [first, second, third] = ["+14155550147", "+14155550148", "+14155550149"];
    const [one, another] = [await add(ana, { phone: first }), await add(ana, { phone: second })];
    await add(ana, { phone: third });
    const outcomes = await meet(
      () => mergeContacts(ana, { contactId: one.id, other: third ?? "", once: onceKey() }),
      () => mergeContacts(ana, { contactId: another.id, other: third ?? "", once: onceKey() }),
    );
    const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ message: "They have just been changed. Load the page again." });
  });

  test("who was opted out by hand is on the telephone that comes later, and on the one that it comes to, until it is undone", async () => {
    const { ana } = await phoneBook();
    const [stopped, later, last] = ["+14155550151", "+14155550152", "+14155550153"] as const;
    const [one, two, three] = [
      await add(ana, { firstName: "Olive", phone: stopped }),
      await add(ana, { firstName: "Liv", phone: later }),
      await add(ana, { firstName: "O.", phone: last }),
    ];
    const stops = async () =>
      (await db.select().from(optOuts).where(eq(optOuts.accountId, ana.accountId))).map(({ phone }) => phone).sort();
    await optOutContacts(ana, { contact: [one.id], reason: "Called us", once: onceKey() });
    await mergeContacts(ana, { contactId: one.id, other: later, once: onceKey() });
    expect(await stops()).toEqual([stopped, later]);
    await mergeContacts(ana, { contactId: three.id, other: stopped, once: onceKey() });
    expect(await stops()).toEqual([stopped, later, last]);
    await partContacts(ana, { contactId: three.id, otherId: one.id, once: onceKey() });
    expect(await stops()).toEqual([stopped, later]);
    await partContacts(ana, { contactId: one.id, otherId: two.id, once: onceKey() });
    expect(await stops()).toEqual([stopped]);
  });

  test("who stopped by text is not by that on another telephone, and who stops there while both are one stays so", async () => {
    const { ana } = await phoneBook();
    const [first, second] = [
      { accountId: ana.accountId, phone: "+14155550154" },
      { accountId: ana.accountId, phone: "+14155550155" },
    ];
    const [one, two] = [await add(ana, { phone: first.phone }), await add(ana, { phone: second.phone })];
    const stop = (who: typeof first, how: "keyword" | "by hand") =>
      writeDb.transaction((tx) => optOut(tx, who, { how, source: "text", words: "STOP" }));
    await stop(first, "keyword");
    const merge = () => mergeContacts(ana, { contactId: one.id, other: second.phone, once: onceKey() });
    const part = () => partContacts(ana, { contactId: one.id, otherId: two.id, once: onceKey() });
    const hows = async () =>
      (await db.select().from(optOuts).where(eq(optOuts.accountId, ana.accountId)).orderBy(optOuts.phone)).map(
        ({ how }) => how,
      );
    await merge();
    expect(await hows()).toEqual(["keyword"]);
    await part();
    await writeDb.delete(optOuts).where(eq(optOuts.phone, first.phone));
    await stop(first, "by hand");
    await merge();
    await stop(second, "keyword");
    await part();
    expect(await hows()).toEqual(["by hand", "keyword"]);
  });
});
