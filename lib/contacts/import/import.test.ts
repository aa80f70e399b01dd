import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, consentEvents, contacts, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { NotFound } from "@/lib/errors";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { contactsQuery } from "../contacts-query";
import { addContactGroup } from "../groups/add";
import { contactGroupsQuery } from "../groups/contact-groups-query";
import { listContactGroups } from "../groups/list";
import { listContacts } from "../list";
import { optOutContacts } from "../opt-out";
import { AnswerImport, answerImport } from "./answer";
import { getImport, ImportPage, listImportRows } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { rejectedRows } from "./rejected-rows";

const preview = async (viewer: Viewer, rows: string, more: object = {}) =>
  (await previewContacts(viewer, await PreviewContacts.parseAsync({ rows, once: onceKey(), ...more }))).importId;
const answer = (viewer: Viewer, importId: string, more: object = {}) =>
  answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey(), ...more }));
const verdicts = async (viewer: Viewer, id: string) =>
  (await listImportRows(viewer, id, ImportPage.parse({}))).map(({ verdict }) => verdict);
const rows = (viewer: Viewer, id: string) => listImportRows(viewer, id, ImportPage.parse({}));
const names = async (viewer: Viewer) => (await listContacts(viewer, contactsQuery({}))).rows.map(({ name }) => name);
const contactAt = async (viewer: Viewer, phone: string) =>
  (
    await db
      .select()
      .from(contacts)
      .where(and(eq(contacts.accountId, viewer.accountId), eq(contacts.phone, phone)))
  )[0];

async function desk() {
  const company = await makeCompany();
  const line = await company.number();
  const ana = await viewerOf(company.ana);
  return { company, line, ana };
}

test("each row has a verdict before anything is written, and then becomes what was said", async () => {
  const { ana, line } = await desk();
  const known = await makeTalk({ line, name: "Olive Grant", phone: "+14155550131" });
  await makeTalk({ line, name: "Same Same", phone: "+14155550132" });
  const stopped = await makeTalk({ line, name: "Otto Stop", phone: "+14155550133" });
  await optOutContacts(ana, { contact: [stopped.contactId], reason: "Said so", once: onceKey() });
  const id = await preview(
    ana,
    [
      "First Name,Last Name,Phone Number,Email,Company",
      "Nora,Öberg,(415) 555-0130,nora@castle.example,Castle",
      "Olivia,,415-555-0131,,Bakery",
      "Same,Same,+1 415 555 0132,,",
      "Ottilie,,+14155550133,,",
      "Short,,4.41E+11,,",
      "Nora,Again,4155550130,,",
      "Nobody,,,,",
      "Bad,,+14155550139,not an address,",
    ].join("\n"),
  );
  expect(await verdicts(ana, id)).toEqual([
    ...["new", "changes", "same", "opted out", "unreadable", "twice", "unreadable", "unreadable"],
  ]);
  const read = await rows(ana, id);
  expect(read[1]?.changes).toEqual(["First Name", "Company"]);
  expect(read[4]?.problem).toMatch(/^4\.41E\+11: a spreadsheet program shortened this number/);
  expect(read[5]?.twin).toBe(2);
  expect(read[6]?.problem).toBe("There is no phone number in this row.");
  expect(read[7]?.problem).toMatch(/^Email: /);
  expect(await names(ana)).toEqual(["Olive Grant", "Otto Stop", "Same Same"]);
  expect(await answer(ana, id)).toMatchObject({ did: "import" });
  expect(await names(ana)).toEqual(["Nora Öberg", "Olivia Grant", "Otto Stop", "Same Same"]);
  expect(await contactAt(ana, "+14155550131")).toMatchObject({ id: known.contactId, company: "Bakery" });
  expect(await getImport(ana, id)).toMatchObject({ isFinished: true, takenTo: 8, total: 8 });
  const told = await db.select().from(auditEvents).where(eq(auditEvents.accountId, ana.accountId));
  expect(told.find(({ action }) => action === "contacts.imported")?.details).toEqual({
    after: { added: 1, changed: 1, optedOut: 0 },
  });
  expect(await preview(ana, "Phone\n(415) 555-0130").then((again) => verdicts(ana, again))).toEqual(["same"]);
});

test("what is rejected comes back by our columns, and mended is read as ours", async () => {
  const { ana } = await desk();
  const id = await preview(ana, "Nom;Prénom;Téléphone\nDupont;Marie;12\nOk;Ok;+14155550130");
  const list = await getImport(ana, id);
  expect(list?.columns.map(({ field }) => field)).toEqual(["lastName", "firstName", "phone"]);
  const back = [];
  if (list) for await (const page of rejectedRows(ana, list)) back.push(...page);
  expect(back.map(({ cell }) => [cell("firstName"), cell("lastName"), cell("phone")])).toEqual([
    ["Marie", "Dupont", "12"],
  ]);
  const mended =
    "First Name,Last Name,Phone Number,Email,Company,Time Zone,Notes,Group,Consent,Consent Source,Blacklisted,Problem\nMarie,Dupont,'+14155550131,,,,,,,,,12: no";
  expect(await verdicts(ana, await preview(ana, mended))).toEqual(["new"]);
});

test.each([
  ["Phone,First Name,Opted Out", ["phone", "firstName", "blacklisted"]],
  ["PhoneNumber,FirstName,SMS Opt-Out", ["phone", "firstName", "blacklisted"]],
  ["Phone,Name,Opted In", ["phone", "fullName", "consent"]],
  ["Default Address Phone,Phone,Accepts SMS Marketing", ["", "phone", "consent"]],
  ["Mobile Phone,Business Phone,Nachname", ["phone", "otherPhone", "lastName"]],
  ["Téléphone portable,Prénom,Société", ["phone", "firstName", "company"]],
])("%s", async (headings, fields) => {
  const { ana } = await desk();
  const cells = headings.split(",").map((heading) => (/hone/.test(heading) ? "+14155550130" : "yes"));
  const list = await getImport(ana, await preview(ana, `${headings}\n${cells.join(",")}`));
  expect(list?.columns.map(({ field }) => field)).toEqual(fields);
});

test.each([
  ["Patient,Mobile\nOlive Grant,+14155550130", ["fullName", "phone"]],
  ["Kunde;Handy\nOlive Grant;+14155550130", ["fullName", "phone"]],
  ["Client,First Name,Mobile\nGrant Bakery,Olive,+14155550130", ["", "firstName", "phone"]],
  ["Client,First Name,Mobile\nOlive Grant,Olive,+14155550130", ["fullName", "", "phone"]],
])("whom the company calls so: %s", async (text, fields) => {
  const { ana } = await desk();
  const list = await getImport(ana, await preview(ana, text));
  expect(list?.columns.map(({ field }) => field)).toEqual(fields);
});

describe("what nobody can undo by a file", () => {
  test("an opt-out stays; who is included anyway gets their new name and no texts", async () => {
    const { ana, line } = await desk();
    const talk = await makeTalk({ line, name: "Otto Stop", phone: "+14155550133" });
    await optOutContacts(ana, { contact: [talk.contactId], reason: "Said so", once: onceKey() });
    const id = await preview(ana, "First Name,Phone,Consent\nOttilie,+14155550133,yes\nNora,+14155550134,yes");
    await answer(ana, id, { include: [2], shown: [2] });
    expect(await names(ana)).toEqual(["Nora", "Ottilie Stop"]);
    const still = await db.select().from(optOuts).where(eq(optOuts.accountId, ana.accountId));
    expect(still).toMatchObject([{ how: "by hand" }]);
    const said = await db.select().from(consentEvents).where(eq(consentEvents.accountId, ana.accountId));
    expect(said.map(({ phone, kind }) => `${phone} ${kind}`).sort()).toEqual(["+14155550133 out", "+14155550134 in"]);
  });

  test("who is on the black list is opted out, also where the rest of the row is wrong", async () => {
    const { ana } = await desk();
    const id = await preview(
      ana,
      "Title,First Name,Last Name,Phone,Email,Company,Custom,Custom2,Custom3,Custom4,Blacklisted\n,Nora,Quist,+14155550130,,,,,,,1\n,Bad,,+14155550131,nowhere,,,,,,true\n,Fine,,+14155550132,,,,,,,0",
      { agreed: "on", how: "At the desk" },
    );
    expect(await verdicts(ana, id)).toEqual(["new", "unreadable", "new"]);
    await answer(ana, id);
    const out = await db.select().from(optOuts).where(eq(optOuts.accountId, ana.accountId));
    expect(out.map(({ phone, how }) => `${phone} ${how}`).sort()).toEqual([
      "+14155550130 import",
      "+14155550131 import",
    ]);
    const said = await db.select().from(consentEvents).where(eq(consentEvents.accountId, ana.accountId));
    expect(said.filter(({ kind }) => kind === "in")).toMatchObject([
      { phone: "+14155550132", words: "At the desk", actorName: "Ana Silva", source: "import pasted rows" },
    ]);
  });
});

test("rows and the form put contacts in groups; one that isn't there is made", async () => {
  const { ana } = await desk();
  const { id: groupId } = await addContactGroup(ana, { name: "Everybody", once: onceKey() });
  const id = await preview(ana, "Phone;Group\n+14155550130;regulars|West\n+14155550131;Regulars\n+14155550132;", {
    group: groupId,
  });
  await answer(ana, id);
  const groups = (await listContactGroups(ana, contactGroupsQuery({}))).rows.map(
    ({ name, count }) => `${name.toLowerCase()} ${count}`,
  );
  expect(groups).toEqual(["everybody 3", "regulars 2", "west 1"]);
});

test("a list that shouts last names and has them first is told by its names, whatever its heading", async () => {
  const { ana } = await desk();
  const id = await preview(
    ana,
    "Client,Phone\nDUPONT Marie,415-555-0141\nLE GOFF Yann,415-555-0142\nGarcía,4155550143\n",
  );
  expect((await rows(ana, id)).map(({ firstName, lastName }) => `${firstName ?? ""}|${lastName ?? ""}`)).toEqual([
    "Marie|DUPONT",
    "Yann|LE GOFF",
    "García|",
  ]);
});

test("columns are read as they are chosen, and so is the next file with the same headings", async () => {
  const { ana } = await desk();
  const text = "Kontakt,Anrufen unter\nNora Quist,+14155550130";
  const id = await preview(ana, text);
  const fields = async (list: string) => (await getImport(ana, list))?.columns.map(({ field }) => field);
  expect((await fields(id))?.[1]).toBe("phone");
  expect(await answer(ana, id, { column: ["0:company", "1:phone"] })).toMatchObject({ did: "read instead" });
  expect((await rows(ana, id))[0]).toMatchObject({ company: "Nora Quist", verdict: "new" });
  expect(await names(ana)).toEqual([]);
  expect(await fields(await preview(ana, text))).toEqual(["company", "phone"]);
});

test("a list of numbers alone is read, and a list without any is refused beside its field", async () => {
  const { ana } = await desk();
  const id = await preview(ana, "+14155550130\n(415) 555-0131\n415.555.0132");
  expect(await verdicts(ana, id)).toEqual(["new", "new", "new"]);
  await expect(preview(ana, "Hello")).rejects.toThrow();
  await expect(preview(ana, "")).rejects.toThrow("Choose a file, or paste rows.");
  await expect(preview(ana, "Phone\n+14155550130", { agreed: "on" })).rejects.toMatchObject({ field: "how" });
});

test("a list is its maker's alone, and in a part others' contacts stay as they are", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  await makeTalk({ line: await company.number({ groupId: east.id }), name: "Edda East", phone: "+14155550130" });
  const wes = await viewerOf(await company.endUser({ groupId: west.id }));
  const ana = await viewerOf(company.ana);
  const id = await preview(wes, "First Name,Phone\nMine,+14155550130\nNew,+14155550131");
  expect(await verdicts(wes, id)).toEqual(["unreadable", "new"]);
  expect(await getImport(ana, id)).toBeNull();
  expect(await rows(ana, id)).toEqual([]);
  await expect(answer(ana, id)).rejects.toThrow(NotFound);
  await answer(wes, id);
  expect(await names(ana)).toEqual(["Edda East", "New"]);
  const reader = await viewerOf(await company.endUser({ role: "messaging-agent" }));
  await expect(preview(reader, "Phone\n+14155550132")).rejects.toThrow(NotFound);
});

test("who was deleted is a contact again, and what is shown with another keeps that one's name", async () => {
  const { ana, line } = await desk();
  const [gone, other] = [
    await makeTalk({ line, phone: "+14155550130" }),
    await makeTalk({ line, phone: "+14155550131" }),
  ];
  const main = await makeTalk({ line, name: "Main One" });
  await writeDb
    .update(contacts)
    .set({ deletedAt: new Date(), firstName: "", lastName: "" })
    .where(eq(contacts.id, gone.contactId));
  await writeDb
    .update(contacts)
    .set({ mergedInto: main.contactId })
    .where(inArray(contacts.id, [other.contactId]));
  const id = await preview(ana, "Name,Phone\nBack Again,+14155550130\nWrong Name,+14155550131");
  expect(await verdicts(ana, id)).toEqual(["new", "same"]);
  await answer(ana, id);
  expect(await contactAt(ana, "+14155550130")).toMatchObject({ name: "Back Again", deletedAt: null });
  expect(await names(ana)).toEqual(["Back Again", "Main One"]);
});
