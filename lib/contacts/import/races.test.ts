import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactGroupMembers, contactGroups, contactImports, contacts, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { meet, meetInTurn } from "@/tests/support/meet";
import { AddContact, addContact } from "../add";
import { getImport } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { takeSlice } from "./take-slice";

async function preview(viewer: Viewer, rows: string): Promise<string> {
  return (await previewContacts(viewer, await PreviewContacts.parseAsync({ rows, once: onceKey() }))).importId;
}

/** As it is after "Import", before anything is taken in. */
const confirmed = async (viewer: Viewer, rows: string): Promise<string> => {
  const id = await preview(viewer, rows);
  await writeDb.update(contactImports).set({ confirmedAt: sql`now()` }).where(eq(contactImports.id, id));
  return id;
};

const contactsOf = (viewer: Viewer) =>
  db.select().from(contacts).where(eq(contacts.accountId, viewer.accountId)).orderBy(contacts.phone);

const groupsOf = async (viewer: Viewer) =>
  (
    await db
      .select({ phone: contacts.phone, group: contactGroups.name })
      .from(contactGroupMembers)
      .innerJoin(contacts, eq(contacts.id, contactGroupMembers.contactId))
      .innerJoin(contactGroups, eq(contactGroups.id, contactGroupMembers.groupId))
      .where(eq(contactGroups.accountId, viewer.accountId))
  )
    .map(({ phone, group }) => `${phone} ${group}`)
    .sort();

async function two(): Promise<[Viewer, Viewer]> {
  const company = await makeCompany();
  const ben: Person = await company.admin({ name: "Ben Ortiz" });
  return [await viewerOf(company.ana), await viewerOf(ben)];
}

test("of two lists that bring the same new people at once, neither is forgotten", async () => {
  const [ana, ben] = await two();
  const lists = [
    await confirmed(ana, "First Name,Phone,Group,Company\nNora,4155550130,Regulars,\nOtto,4155550131,Regulars,Castle"),
    await confirmed(ben, "First Name,Phone,Group,Email\nOtto,4155550131,VIP,otto@x.example\nNora,4155550130,VIP,"),
  ] as const;
  const met = await meet(
    () => takeSlice(ana, lists[0]),
    () => takeSlice(ben, lists[1]),
  );
  expect(met.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(await getImport(ana, lists[0])).toMatchObject({ isFinished: true, problem: null });
  expect(await getImport(ben, lists[1])).toMatchObject({ isFinished: true, problem: null });
  expect(await contactsOf(ana)).toMatchObject([
    { phone: "+14155550130", firstName: "Nora" },
    { phone: "+14155550131", firstName: "Otto", company: "Castle", email: "otto@x.example" },
  ]);
  expect(await groupsOf(ana)).toEqual([
    "+14155550130 Regulars",
    "+14155550130 VIP",
    "+14155550131 Regulars",
    "+14155550131 VIP",
  ]);
});

test("whom somebody adds by hand while a list brings them is in the list's group, with what it says", async () => {
  const [ana, ben] = await two();
  const id = await confirmed(
    ana,
    "First Name,Phone,Group,Company,Blacklisted\nNora,4155550130,Regulars,Castle,\nOtto,4155550131,,,yes",
  );
  const form = AddContact(ben).parse({ phone: "4155550130", firstName: "Nora", lastName: "Quist", once: onceKey() });
  const met = await meetInTurn<unknown>(
    () => addContact(ben, form),
    () => takeSlice(ana, id),
  );
  expect(met.map((each) => (each.status === "rejected" ? String(each.reason) : each.status))).toEqual([
    "fulfilled",
    "fulfilled",
  ]);
  expect(await contactsOf(ana)).toMatchObject([
    { phone: "+14155550130", firstName: "Nora", lastName: "Quist", company: "Castle" },
    { phone: "+14155550131" },
  ]);
  expect(await groupsOf(ana)).toEqual(["+14155550130 Regulars"]);
  const stopped = and(eq(optOuts.accountId, ana.accountId), inArray(optOuts.phone, ["+14155550130", "+14155550131"]));
  expect((await db.select().from(optOuts).where(stopped)).map(({ phone }) => phone)).toEqual(["+14155550131"]);
});
