import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, contactFields, contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { makeField } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meanwhile, meet } from "@/tests/support/meet";
import { makeTalk } from "@/tests/support/talk";
import { AddContact, addContact } from "../add";
import { contactsQuery } from "../contacts-query";
import { deleteContacts } from "../delete";
import { EditContact, editContact } from "../edit";
import { eraseContact } from "../erase/erase";
import { getContact } from "../get";
import { listContacts } from "../list";
import { mergeContacts } from "../merge";
import { partContacts } from "../part";
import { AddContactField, addContactField } from "./add";
import { emptyRemovedFields } from "./empty-removed";
import { inputOf } from "./field-values";
import { getContactField, listContactFields } from "./list";
import { removeContactField } from "./remove";
import { renameContactField } from "./rename";

const desk = async () => {
  const company = await makeCompany();
  return { company, ana: await viewerOf(company.ana), accountId: company.accountId };
};
const addField = (viewer: Viewer, name: string) =>
  addContactField(viewer, AddContactField.parse({ name, once: onceKey() }));
const removeField = (viewer: Viewer, fieldId: string) => removeContactField(viewer, { fieldId, once: onceKey() });
const namesSeen = async (viewer: Viewer) => (await listContactFields(viewer)).map(({ name }) => name);

const add = (viewer: Viewer, form: Record<string, unknown>) => {
  const typed = { firstName: "", lastName: "", ...form, once: onceKey() };
  return addContact(viewer, AddContact(viewer, typed).parse(typed));
};
async function edit(viewer: Viewer, contactId: string, form: Record<string, unknown>) {
  const now = await getContact(viewer, contactId);
  const typed = { contactId, phone: now?.phone, firstName: now?.firstName, revision: now?.revision, ...form };
  return editContact(viewer, EditContact(viewer, typed).parse({ ...typed, once: onceKey() }));
}
const valuesAt = async (id: string) => (await db.select().from(contacts).where(eq(contacts.id, id)))[0]?.fieldValues;
const phones = (function* () {
  for (let at = 1_000_000; ; at++) yield `+1415${at + 4_000_000}`;
})();
const phone = () => phones.next().value;

test("a field has one name in the company, whatever the case and the marks, and none that every contact has", async () => {
  const { ana, company } = await desk();
  await addField(ana, "Prénom 2");
  for (const name of ["prenom 2", "PRÉNOM  2"])
    await expect(addField(ana, name)).rejects.toMatchObject({
      field: "name",
      message: expect.stringContaining("already"),
    });
  for (const name of ["first name", "Phone", "E-Mail", "Company", "blacklisted", "Texts", "unsubscribe link", "Name"])
    expect(AddContactField.safeParse({ name }).error?.issues[0]?.message, name).toContain("Every contact has that");
  for (const name of ["", "x".repeat(41), "{Plan}", "a|b", "=SUM(A1)", "+1", "a\u0000b", "\u202Enalp", "<b>", "PIN"])
    expect(AddContactField.safeParse({ name }).success, name).toBe(name === "\u202Enalp");
  // What turns letters round is gone, and the rest is a name like any other.
  expect(AddContactField.parse({ name: "\u202Enalp" }).name).toBe("nalp");
  await addField(await viewerOf((await makeCompany()).ana), "Prénom 2");
  expect(await namesSeen(ana)).toEqual(["Prénom 2"]);
  expect(await namesSeen(await viewerOf(await company.endUser({ role: "messaging-agent" })))).toEqual(["Prénom 2"]);
});

test("of two who add one name at once one does, and of two who add the last one there is room for", async () => {
  const { ana, accountId } = await desk();
  const once = await meet(
    () => addField(ana, "Plan"),
    () => addField(ana, "plan"),
  );
  expect(once.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (let at = 2; at < 20; at++) await makeField(accountId, `Field ${at}`);
  const last = await meet(
    () => addField(ana, "Renewal"),
    () => addField(ana, "Table"),
  );
  expect(last.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(addField(ana, "More")).rejects.toThrow("20 of them at most");
});

test("a contact's values are filled in, kept where a form does not show them, and emptied", async () => {
  const { ana, accountId } = await desk();
  const [plan, renewal] = [await makeField(accountId, "Plan"), await makeField(accountId, "Renewal")];
  const elsewhere = await makeField((await makeCompany()).accountId, "Plan");
  const form = { [inputOf(plan.key)]: " Gold \u202E", [inputOf(renewal.key)]: "", [inputOf(elsewhere.key)]: "theirs" };
  const { id } = await add(ana, { firstName: "Nora", phone: phone(), ...form });
  expect(await valuesAt(id)).toEqual({ [plan.key]: "Gold" });
  await edit(ana, id, { [inputOf(renewal.key)]: "May" });
  expect((await getContact(ana, id))?.fieldValues).toEqual({ [plan.key]: "Gold", [renewal.key]: "May" });
  await edit(ana, id, { [inputOf(plan.key)]: "" });
  expect(await valuesAt(id)).toEqual({ [renewal.key]: "May" });
  const typed = { [inputOf(plan.key)]: "x".repeat(10_000), phone: phone(), firstName: "", lastName: "" };
  expect(AddContact(ana, typed).safeParse(typed).error?.issues).toMatchObject([
    { path: [inputOf(plan.key)], message: "Use 300 characters or fewer." },
  ]);
});

test("who looks for what stands in a field finds its contact, until it is changed or the field is gone", async () => {
  const { ana, accountId } = await desk();
  const [plan, pet] = [await makeField(accountId, "Plan"), await makeField(accountId, "Pet")];
  const { id } = await add(ana, {
    firstName: "Nora",
    phone: phone(),
    [inputOf(plan.key)]: "Großes Café",
    [inputOf(pet.key)]: "Rex",
  });
  await add(ana, { firstName: "Ida", phone: phone() });
  const found = async (search: string) =>
    (await listContacts(ana, contactsQuery({ search }))).rows.map((row) => row.id);
  for (const search of ["cafe", "großes nora", "REX"]) expect(await found(search), search).toEqual([id]);
  expect(await found("Plan")).toEqual([]);
  await edit(ana, id, { [inputOf(plan.key)]: "Small" });
  expect([await found("cafe"), await found("small")]).toEqual([[], [id]]);
  await removeField(ana, pet.id);
  await emptyRemovedFields();
  expect(await found("rex")).toEqual([]);
});

test("history says which fields were changed, and not what is in them; another's form is not overwritten", async () => {
  const { ana, accountId } = await desk();
  const plan = await makeField(accountId, "Plan");
  const { id } = await add(ana, { firstName: "Nora", phone: phone() });
  const before = await getContact(ana, id);
  await edit(ana, id, { [inputOf(plan.key)]: "Gold" });
  await expect(edit(ana, id, { [inputOf(plan.key)]: "Basic", revision: before?.revision })).rejects.toThrow(
    "Nothing is saved",
  );
  const told = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.id);
  expect(told.at(-1)?.details).toMatchObject({ fields: ["Plan"] });
  expect(JSON.stringify(told)).not.toContain("Gold");
});

test("of two who become one the kept one's values stay, what it lacks is filled, and undoing gives both back", async () => {
  const { ana, accountId } = await desk();
  const [plan, renewal, table] = [
    await makeField(accountId, "Plan"),
    await makeField(accountId, "Renewal"),
    await makeField(accountId, "Table"),
  ];
  const number = phone();
  const into = await add(ana, { firstName: "Nora", phone: phone(), [inputOf(plan.key)]: "Gold" });
  const values = { [inputOf(plan.key)]: "Basic", [inputOf(renewal.key)]: "May" };
  const from = await add(ana, { firstName: "Nora at home", phone: number, ...values });
  await mergeContacts(ana, { contactId: into.id, other: number, once: onceKey() });
  expect(await valuesAt(into.id)).toEqual({ [plan.key]: "Gold", [renewal.key]: "May" });
  await edit(ana, into.id, { [inputOf(table.key)]: "4" });
  await partContacts(ana, { contactId: into.id, otherId: from.id, once: onceKey() });
  expect(await valuesAt(into.id)).toEqual({ [plan.key]: "Gold", [table.key]: "4" });
  expect(await valuesAt(from.id)).toEqual({ [plan.key]: "Basic", [renewal.key]: "May" });
});

test("with a contact that is deleted or erased all of its values go", async () => {
  const { ana, accountId, company } = await desk();
  const plan = await makeField(accountId, "Plan");
  const line = await company.number();
  const [deleted, erased] = [await makeTalk({ line }), await makeTalk({ line })];
  for (const { contactId } of [deleted, erased]) await edit(ana, contactId, { [inputOf(plan.key)]: "Gold" });
  await deleteContacts(ana, { contact: [deleted.contactId], once: onceKey() });
  await eraseContact(ana, { contactId: erased.contactId, once: onceKey() });
  for (const { contactId } of [deleted, erased]) expect(await valuesAt(contactId)).toEqual({});
});

test("a removed field is gone from forms at once, and its values from all rows soon after", async () => {
  const { ana, accountId } = await desk();
  const [plan, renewal] = [await makeField(accountId, "Plan"), await makeField(accountId, "Renewal")];
  const number = phone();
  const values = { [inputOf(plan.key)]: "Gold", [inputOf(renewal.key)]: "May" };
  const into = await add(ana, { firstName: "Nora", phone: phone(), ...values });
  const from = await add(ana, { firstName: "Ida", phone: number, ...values });
  await mergeContacts(ana, { contactId: into.id, other: number, once: onceKey() });
  expect(await getContactField(ana, plan.id)).toMatchObject({ name: "Plan", count: 2 });
  await removeField(ana, plan.id);
  expect(await namesSeen(ana)).toEqual(["Renewal"]);
  expect(await getContactField(ana, plan.id)).toBeUndefined();
  // A form that was opened before still brings it.
  await edit(ana, into.id, { [inputOf(plan.key)]: "Basic", [inputOf(renewal.key)]: "June" });
  await addField(ana, "plan");
  await emptyRemovedFields();
  expect(await valuesAt(into.id)).toEqual({ [renewal.key]: "June" });
  expect(await valuesAt(from.id)).toEqual({ [renewal.key]: "May" });
  const [row] = await db.select().from(contacts).where(eq(contacts.id, from.id));
  expect(JSON.stringify(row?.beforeMerge)).not.toContain(plan.key);
  expect(await db.select().from(contactFields).where(eq(contactFields.id, plan.id))).toEqual([]);
});

test("whoever fills a field in while it is removed leaves nothing behind", async () => {
  const { ana, accountId } = await desk();
  const plan = await makeField(accountId, "Plan");
  const { id } = await add(ana, { firstName: "Nora", phone: phone() });
  const [outcome] = await meanwhile(
    (tx) => tx.update(contactFields).set({ removedAt: new Date() }).where(eq(contactFields.id, plan.id)),
    () => edit(ana, id, { [inputOf(plan.key)]: "Gold" }),
  );
  expect(outcome?.status).toBe("fulfilled");
  await emptyRemovedFields();
  expect(await valuesAt(id)).toEqual({});
});

test("a part of the company sees the fields and their values, and does not change what they are", async () => {
  const { company, accountId } = await desk();
  const plan = await makeField(accountId, "Plan");
  const west = await company.group("West");
  const wes = await viewerOf(await company.admin({ groupId: west.id }));
  expect(await namesSeen(wes)).toEqual(["Plan"]);
  const { id } = await add(wes, { firstName: "Nora", phone: phone(), [inputOf(plan.key)]: "Gold" });
  expect((await getContact(wes, id))?.fieldValues).toEqual({ [plan.key]: "Gold" });
  await expect(addField(wes, "Table")).rejects.toThrow("not found");
  const again = { fieldId: plan.id, name: "Tariff", revision: 1, once: onceKey() };
  await expect(renameContactField(wes, again)).rejects.toThrow("not found");
});

test("what was merged before there were fields is parted all the same", async () => {
  const { ana, accountId } = await desk();
  const plan = await makeField(accountId, "Plan");
  const number = phone();
  const into = await add(ana, { firstName: "Nora", phone: phone() });
  const from = await add(ana, { firstName: "Ida", phone: number, [inputOf(plan.key)]: "Gold" });
  await mergeContacts(ana, { contactId: into.id, other: number, once: onceKey() });
  const [row] = await db.select().from(contacts).where(eq(contacts.id, from.id));
  const without = (key: "from" | "into" | "merged") => {
    const { fieldValues: _, ...rest } = row?.beforeMerge?.[key] ?? {
      firstName: "",
      lastName: "",
      otherNames: [],
      company: null,
      email: null,
      timeZone: null,
      notes: null,
    };
    return rest;
  };
  const before = { from: without("from"), into: without("into"), merged: without("merged") };
  await writeDb.update(contacts).set({ beforeMerge: before }).where(eq(contacts.id, from.id));
  await partContacts(ana, { contactId: into.id, otherId: from.id, once: onceKey() });
  expect(await valuesAt(from.id)).toEqual({ [plan.key]: "Gold" });
});

test("what only some companies call their customers may be a field's name", () => {
  for (const name of ["Client", "Tenant", "Guest count"])
    expect(AddContactField.safeParse({ name, once: onceKey() }).success, name).toBe(true);
});
