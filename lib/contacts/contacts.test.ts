import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { contacts, conversations, optOuts } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import { messagesOf } from "@/lib/conversations/get";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { add, names, phoneBook, rowOf, typed } from "@/tests/support/contacts/phone-book";
import { refusal } from "@/tests/support/forms/refusal";
import { meanwhile, meet } from "@/tests/support/meet";
import { makeTalk } from "@/tests/support/talk";
import { contactsQuery } from "./contacts-query";
import { deleteContacts } from "./delete";
import { EditContact, editContact } from "./edit";
import { consentOf, getContact } from "./get";
import { listContacts } from "./list";
import { OptOutContacts, optOutContacts } from "./opt-out";

test("a contact is added with all the names of a telephone, found by each, and a number is somebody's once", async () => {
  const { ana } = await phoneBook();
  const form = { firstName: "Nora", lastName: "Öberg", phone: "(415) 555-0133", otherNames: "Sven\r\nSven\n Ida " };
  const { id } = await add(ana, { ...form, company: "Castle Bakery", email: "Nora@Castle.example" });
  expect(await getContact(ana, id)).toMatchObject({
    otherNames: ["Sven", "Ida"],
    phone: "+14155550133",
    manages: true,
  });
  for (const search of ["oberg", "ida", "555-0133", "bakery", "nora@castle"])
    expect(await names(ana, { search }), search).toEqual(["Nora Öberg"]);
  const refused = await refusal(add(ana, { phone: "+1 415 555 0133" }));
  expect([refused?.field, refused?.message, refused?.offer?.href]).toEqual([
    ...["phone", "That is the number of Nora Öberg.", `/contacts/${id}`],
  ]);
});

test("of two who add one number at once one does", async () => {
  const { ana } = await phoneBook();
  const outcomes = await meet(
    () => add(ana, { phone: "+14155550133" }),
    () => add(ana, { phone: "+14155550133" }),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the list is sorted, filtered by what becomes of texts, and turns its pages", async () => {
  const { ana, company } = await phoneBook();
  const people = ["Cy", "Abe", "Bo"].map((firstName, at) => ({ firstName, phone: `+1415555013${at}` }));
  for (const person of people) await add(ana, person);
  expect(await names(ana)).toEqual(["Abe", "Bo", "Cy"]);
  expect(await names(ana, { sort: "-name" })).toEqual(["Cy", "Bo", "Abe"]);
  expect(await names(ana, { sort: "added" })).toEqual(["Cy", "Abe", "Bo"]);
  await writeDb.insert(optOuts).values({ accountId: company.accountId, phone: "+14155550131", how: "keyword" });
  await writeDb.update(contacts).set({ unreachableAt: new Date() }).where(eq(contacts.phone, "+14155550132"));
  expect(await names(ana, { texts: "allowed" })).toEqual(["Cy"]);
  expect(await names(ana, { texts: "opted-out" })).toEqual(["Abe"]);
  expect(await names(ana, { texts: "unreachable" })).toEqual(["Bo"]);
  for (let at = 10; at < 34; at++) await add(ana, { firstName: `Dee ${at}`, phone: `+151055501${at}` });
  const first = await listContacts(ana, contactsQuery({}));
  const second = await listContacts(ana, contactsQuery({ after: first.next ?? "" }));
  expect([first.rows.length, second.rows.map(({ name }) => name)]).toEqual([25, ["Dee 32", "Dee 33"]]);
  expect((await listContacts(ana, contactsQuery({ before: second.previous ?? "" }))).rows).toEqual(first.rows);
});

describe("whose contacts", () => {
  async function parts() {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [line, other] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
    await makeTalk({ line, name: "Wanda West" });
    await makeTalk({ line: other, name: "Edda East" });
    await add(await viewerOf(company.ana), { firstName: "Nobody's", phone: "+14155550133" });
    return { company, west: west.id, line };
  }
  const seenBy = async (person: Parameters<typeof viewerOf>[0]) => names(await viewerOf(person));

  test("are the company's for who may manage them everywhere, and a part's for who may there", async () => {
    const { company, west } = await parts();
    expect(await seenBy(company.ana)).toEqual(["Edda East", "Nobody's", "Wanda West"]);
    expect(await seenBy(await company.endUser({ groupId: west }))).toEqual(["Nobody's", "Wanda West"]);
  });

  test("who may not manage any sees those of their own lines, and changes none", async () => {
    const { company, line } = await parts();
    const gia = await viewerOf(await company.endUser({ role: "messaging-agent", lines: [line] }));
    const [row, ...others] = (await listContacts(gia, contactsQuery({}))).rows;
    expect([row?.name, row?.manages, others]).toEqual(["Wanda West", false, []]);
    const reason = { contact: [row?.id ?? ""], reason: "Said so", once: onceKey() };
    await expect(optOutContacts(gia, reason)).rejects.toThrow("not found");
  });
});

test("a number stays once there is a conversation; without one it is changed", async () => {
  const { ana, line } = await phoneBook();
  const talk = await makeTalk({ line });
  const edit = async (contactId: string, phone: string) =>
    editContact(ana, EditContact(ana).parse(typed({ contactId, phone, revision: "1", firstName: "New" })));
  expect((await refusal(edit(talk.contactId, "+14155550134")))?.field).toBe("phone");
  await edit(talk.contactId, talk.phone);
  const { id } = await add(ana, { phone: "+14155550133" });
  await edit(id, "+14155550135");
  expect(await rowOf(id)).toMatchObject({ phone: "+14155550135", name: "New", revision: 2 });
  expect((await refusal(edit(id, "+14155550136")))?.field).toBe("revision");
});

test.each(["text", "campaign"])("nor is it changed where a %s begins a conversation just then", async (by) => {
  const { ana, line, company } = await phoneBook();
  const { id: contactId } = await add(ana, { phone: "+14155550137" });
  const { accountId } = company;
  const [outcome] = await meanwhile(
    async (tx) => {
      await tx.insert(conversations).values({ accountId, numberId: line.id, contactId });
      if (by === "text") await held(tx, contactId);
    },
    () => editContact(ana, EditContact(ana).parse(typed({ contactId, phone: "+14155550138", revision: "1" }))),
  );
  expect(outcome).toMatchObject({ status: "rejected", reason: { field: "phone" } });
  expect(await rowOf(contactId)).toMatchObject({ phone: "+14155550137" });
});

/** As whoever brings a text holds the contact that it is from. */
const held = (tx: WriteTx, id: string) =>
  tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, id)).for("share");

test("an opt-out by hand holds without a reason, too", async () => {
  const { ana, line } = await phoneBook();
  const talk = await makeTalk({ line });
  const input = { contact: [talk.contactId], reason: "  ", once: onceKey() };
  await optOutContacts(ana, OptOutContacts.parse(input));
  expect(await getContact(ana, talk.contactId)).toMatchObject({ optedOutHow: "by hand" });
  expect(await consentOf(ana, talk.contactId)).toMatchObject([{ kind: "out", words: null, by: "Ana Silva" }]);
});

test("an opt-out by hand is kept with who and why, and outlives the contact", async () => {
  const { ana, company, line } = await phoneBook();
  const talk = await makeTalk({ line, name: "Olive Grant" });
  await optOutContacts(ana, { contact: [talk.contactId], reason: "Called the shop", once: onceKey() });
  expect(await getContact(ana, talk.contactId)).toMatchObject({ optedOutHow: "by hand" });
  expect(await consentOf(ana, talk.contactId)).toMatchObject([
    { kind: "out", source: "by hand", words: "Called the shop", by: "Ana Silva" },
  ]);
  const known = { notes: "Knows the owner", company: "Bakery", email: "olive@bakery.example", timeZone: "UTC" };
  await writeDb.update(contacts).set(known).where(eq(contacts.id, talk.contactId));
  await deleteContacts(ana, { contact: [talk.contactId], once: onceKey() });
  expect(await names(ana)).toEqual([]);
  const nothing = { notes: null, company: null, email: null, timeZone: null };
  expect(await rowOf(talk.contactId)).toMatchObject({ name: talk.phone, ...nothing });
  const viewer = await viewerOf(await company.endUser({ lines: [line] }));
  expect((await messagesOf(viewer, talk.id, null)).rows).toHaveLength(1);
  const [out] = await db.select().from(optOuts).where(eq(optOuts.phone, talk.phone));
  expect(out?.how).toBe("by hand");
});

test("who was deleted is a contact again when they write or are added; without a conversation nothing stays", async () => {
  const { ana, line } = await phoneBook();
  const gone = async (contact: string) => deleteContacts(ana, { contact: [contact], once: onceKey() });
  const silent = await add(ana, { firstName: "Silent", phone: "+14155550133" });
  await gone(silent.id);
  expect(await rowOf(silent.id)).toBeUndefined();
  const talk = await makeTalk({ line, name: "Olive Grant" });
  await gone(talk.contactId);
  const inbound = {
    carrierId: onceKey(),
    from: talk.phone,
    to: await e164Of(line.id),
    body: "Hi",
    media: [],
    at: null,
  };
  await receiveText({ name: "simulated", answersKeywords: false }, inbound);
  expect(await names(ana)).toEqual([talk.phone]);
  await gone(talk.contactId);
  expect((await add(ana, { firstName: "Anew", phone: talk.phone })).id).toBe(talk.contactId);
  expect(await names(ana)).toEqual(["Anew"]);
});

const e164Of = async (id: string) =>
  (await db.query.numbers.findFirst({ where: (numbers) => eq(numbers.id, id) }))?.e164 ?? "";
