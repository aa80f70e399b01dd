import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactFields, contactImports, contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { makeField } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { addContactField } from "../fields/add";
import { emptyRemovedFields } from "../fields/empty-removed";
import { listContactFields } from "../fields/list";
import { removeContactField } from "../fields/remove";
import { AnswerImport, answerImport } from "./answer";
import { getImport, ImportPage, listImportRows } from "./get-import";
import { ownColumns, ownReadAs } from "./own-columns";
import { PreviewContacts, previewContacts } from "./preview";
import { rejectedRows } from "./rejected-rows";
import { takeSlice } from "./take-slice";

const preview = async (viewer: Viewer, rows: string) =>
  (await previewContacts(viewer, await PreviewContacts.parseAsync({ rows, once: onceKey() }))).importId;
const answer = (viewer: Viewer, importId: string, more: object = {}) =>
  answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey(), ...more }));
const read = (viewer: Viewer, importId: string, ...column: string[]) =>
  answer(viewer, importId, { act: "read", column });
const rowsOf = (viewer: Viewer, id: string) => listImportRows(viewer, id, ImportPage.parse({}));
const columnsOf = async (viewer: Viewer, id: string) =>
  (await getImport(viewer, id))?.columns.map(({ field }) => field);
const namesOf = async (viewer: Viewer) => (await listContactFields(viewer)).map(({ name }) => name);

/** By the names of the fields. */
async function valuesAt({ accountId }: Viewer, phone: string) {
  const [row] = await db
    .select({ values: contacts.fieldValues })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), eq(contacts.phone, phone)));
  const own = await db.select().from(contactFields).where(eq(contactFields.accountId, accountId));
  const named = Object.entries(row?.values ?? {}).map(([key, value]) => [
    own.find((each) => each.key === key)?.name,
    value,
  ]);
  return Object.fromEntries(named);
}

async function desk() {
  const company = await makeCompany();
  return { company, ana: await viewerOf(company.ana), accountId: company.accountId };
}

const MESSENTE = [
  "Title,First Name,Last Name,Phone,Email,Company,Custom,Custom2,Custom3,Custom4,Blacklisted",
  "Ms,Nora,Öberg,+14155550130,,Castle,Gold,May,=1+1,,",
  "Mr,Otto,,+14155550131,,,,,,,",
].join("\n");

test("a column of a field's name fills it by itself, and another becomes a field with the import", async () => {
  const { ana, accountId } = await desk();
  const custom = await makeField(accountId, "Custom");
  const id = await preview(ana, MESSENTE);
  expect(await columnsOf(ana, id)).toEqual([
    ...["", "firstName", "lastName", "phone", "email", "company", `own:${custom.key}`, "", "", "", "blacklisted"],
  ]);
  expect(await read(ana, id, "7:new", "8:new")).toMatchObject({ did: "read" });
  const chosen = await columnsOf(ana, id);
  expect(chosen?.slice(6, 9)).toEqual([`own:${custom.key}`, ...Array(2).fill(expect.stringMatching(/^new:/))]);
  // The page sends it as it stands there; nothing is another field by that, and none is there yet.
  expect(await read(ana, id, `7:${chosen?.[7]}`)).toMatchObject({ did: "nothing" });
  expect(await namesOf(ana)).toEqual(["Custom"]);
  expect(await answer(ana, id)).toMatchObject({ did: "import" });
  expect(await namesOf(ana)).toEqual(["Custom", "Custom2", "Custom3"]);
  expect(await valuesAt(ana, "+14155550130")).toEqual({ Custom: "Gold", Custom2: "May", Custom3: "=1+1" });
  expect(await valuesAt(ana, "+14155550131")).toEqual({});
  // The next such file is read so by itself, and says the same.
  const again = await preview(ana, MESSENTE);
  expect((await columnsOf(ana, again))?.slice(6, 9).every((field) => field.startsWith("own:"))).toBe(true);
  expect((await rowsOf(ana, again)).map(({ verdict }) => verdict)).toEqual(["same", "same"]);
});

test("what changes is told by the field's name; an empty cell empties nothing, and a long one can't be read", async () => {
  const { ana, accountId } = await desk();
  await makeField(accountId, "Plan");
  await makeField(accountId, "Renewal");
  const first = await preview(ana, "Phone,Plan,Renewal\n+14155550130,Gold,May");
  await answer(ana, first);
  const lines = ["+14155550130,Basic,June", "+14155550131,Basic,", `+14155550132,${"x".repeat(10_000)},`];
  const id = await preview(ana, ["Phone,Plan,Renewal", ...lines].join("\n"));
  const rows = await rowsOf(ana, id);
  expect(rows.map(({ verdict }) => verdict)).toEqual(["changes", "new", "unreadable"]);
  expect(rows[0]?.changes).toEqual(["Plan", "Renewal"]);
  expect(rows[2]?.problem).toBe("Plan: Use 300 characters or fewer.");
  await answer(ana, await preview(ana, "Phone,Plan,Renewal\n+14155550130,,June"));
  expect(await valuesAt(ana, "+14155550130")).toEqual({ Plan: "Gold", Renewal: "June" });
  const list = await getImport(ana, id);
  const own = ownColumns(list?.columns ?? [], await listContactFields(ana));
  expect(own.map(({ name }) => name)).toEqual(["Plan", "Renewal"]);
  for await (const rejected of rejectedRows(ana, list ?? { id, columns: [], alphabet: null }))
    expect(rejected.map((row) => own.map(({ field }) => row.cell(field).length))).toEqual([[10_000, 0]]);
});

test("what can't be a field's name is none, nor is a column without a heading, a field of nobody's or one too many", async () => {
  const { ana, accountId, company } = await desk();
  const elsewhere = await makeField((await makeCompany()).accountId, "Plan");
  const id = await preview(ana, "Phone,=SUM(A1),Password hint,Plan,plan\n+14155550130,a,b,c,d");
  await expect(read(ana, id, "1:new")).rejects.toThrow(
    "“=SUM(A1)” can’t become a field: Begin with a letter or a digit.",
  );
  await read(ana, id, `1:own:${elsewhere.key}`);
  expect((await columnsOf(ana, id))?.[1]).toBe("");
  expect(AnswerImport.safeParse({ importId: id, column: "1:own:'; drop" }).success).toBe(false);
  const plan = (await getImport(ana, id))?.columns.findIndex(({ heading }) => heading === "Plan") ?? -1;
  await read(ana, id, `${plan}:new`, `${plan + 1}:new`);
  expect((await columnsOf(ana, id))?.slice(plan)).toEqual([expect.stringMatching(/^new:/), ""]);
  for (let at = 1; at <= 20; at++) await makeField(accountId, `Field ${at}`);
  await expect(answer(ana, id)).rejects.toThrow("A company has 20 fields at most");
  const bare = await preview(ana, "+14155550130,Nora\n+14155550131,Otto");
  await expect(read(ana, bare, "1:new")).rejects.toThrow("A column without a heading");
  const wes = await viewerOf(await company.admin({ groupId: (await company.group("West")).id }));
  expect(ownReadAs(wes, []).another).toEqual([]);
  const theirs = await preview(wes, "Phone,Plan\n+14155550133,Gold");
  await expect(read(wes, theirs, "1:new")).rejects.toThrow("Fields are added by whoever manages all contacts");
});

test("a field that is added or removed between the preview and the import is read as it is then, and looked over", async () => {
  const { ana, accountId } = await desk();
  const renewal = await makeField(accountId, "Renewal");
  const id = await preview(ana, "Phone,Plan,Renewal\n+14155550130,Gold,May");
  await read(ana, id, "1:new");
  await addContactField(ana, { name: "plan", once: onceKey() });
  await removeContactField(ana, { fieldId: renewal.id, once: onceKey() });
  expect(await answer(ana, id)).toMatchObject({ did: "read instead" });
  expect(await columnsOf(ana, id)).toEqual(["phone", expect.stringMatching(/^own:/), ""]);
  expect(await answer(ana, id)).toMatchObject({ did: "import" });
  expect(await valuesAt(ana, "+14155550130")).toEqual({ plan: "Gold" });
});

test("of two lists that bring the same new field at once one makes it, and the other is looked over again", async () => {
  const { ana } = await desk();
  const lists = [
    await preview(ana, "Phone,Plan\n+14155550130,Gold"),
    await preview(ana, "Phone,Plan\n+14155550131,Basic"),
  ];
  for (const id of lists) await read(ana, id, "1:new");
  const outcomes = await meet(...lists.map((id) => () => answer(ana, id)));
  expect(outcomes.map((each) => each.status === "fulfilled" && each.value.did).sort()).toEqual([
    "import",
    "read instead",
  ]);
  expect(await namesOf(ana)).toEqual(["Plan"]);
  for (const id of lists) await answer(ana, id).catch(() => undefined);
  expect([await valuesAt(ana, "+14155550130"), await valuesAt(ana, "+14155550131")]).toEqual([
    { Plan: "Gold" },
    { Plan: "Basic" },
  ]);
});

test("a field that is removed while a list that fills it is taken in is left out, and nothing of it stays", async () => {
  const { ana, accountId } = await desk();
  const [plan] = [await makeField(accountId, "Plan"), await makeField(accountId, "Renewal")];
  const id = await preview(ana, "Phone,Plan,Renewal\n+14155550130,Gold,May\n+14155550131,Gold,June");
  await writeDb.update(contactImports).set({ confirmedAt: new Date() }).where(eq(contactImports.id, id));
  const outcomes = await meet<unknown>(
    () => removeContactField(ana, { fieldId: plan.id, once: onceKey() }),
    () => takeSlice(ana, id),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  await emptyRemovedFields();
  expect(await valuesAt(ana, "+14155550130")).toEqual({ Renewal: "May" });
  expect(JSON.stringify(await db.select().from(contacts).where(eq(contacts.accountId, accountId)))).not.toContain(
    "Gold",
  );
});
