import { and, eq, sql } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { expect, test, vi } from "vitest";
import { db } from "@/db";
import { contactImportRows, contactImports, contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { NotFound } from "@/lib/errors";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { contactGroupsQuery } from "../groups/contact-groups-query";
import { listContactGroups } from "../groups/list";
import { AnswerImport, answerImport } from "./answer";
import { getImport } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { workOnImports } from "./work-on-import";

const list = (count: number, more = "") =>
  [
    "First Name,Phone,Group,Consent,Blacklisted",
    ...Array.from(
      { length: count },
      (_, at) => `Nora ${at}${more},+1415555${1000 + at},Regulars,yes,${at % 7 === 0 ? "yes" : ""}`,
    ),
  ].join("\n");

/** How many statements it takes to read a list and to take it in. */
async function statementsFor(count: number): Promise<number> {
  const viewer = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: list(count), once: onceKey() });
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  const { importId } = await previewContacts(viewer, form);
  await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  // How often a lease is renewed is a matter of time.
  const statements = asked.mock.calls.filter(([{ sql }]) => !sql.includes("interval '3.5 seconds'")).length;
  // All contacts of all companies are not counted for a short list.
  expect(asked.mock.calls.filter(([{ sql }]) => sql.includes("analyze"))).toEqual([]);
  asked.mockRestore();
  expect(await getImport(viewer, importId)).toMatchObject({ isFinished: true, total: count });
  return statements;
}

test("a thousand contacts take as many statements as ten", async () => {
  const [few, many] = [await statementsFor(10), await statementsFor(1000)];
  expect(few).toBeGreaterThan(20);
  expect(many).toBe(few);
});

test("what becomes of a row as it was judged is not written down once more", async () => {
  const viewer = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: list(20), once: onceKey() });
  const { importId } = await previewContacts(viewer, form);
  const stranger = { accountId: viewer.accountId, phone: "+14155551011", firstName: "Olive" };
  await writeDb.insert(contacts).values(stranger);
  const written = () =>
    db
      .select({ nth: contactImportRows.nth, at: sql<string>`ctid::text` })
      .from(contactImportRows)
      .where(eq(contactImportRows.importId, importId))
      .orderBy(contactImportRows.nth);
  const before = await written();
  await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  const after = await written();
  expect(after.filter(({ at }, n) => at !== before[n]?.at).map(({ nth }) => nth)).toEqual([12]);
});

test("a row that nobody can take in ends its list with words, and no other one", async () => {
  const viewer = await viewerOf((await makeCompany()).ana);
  const made = async () => {
    const form = await PreviewContacts.parseAsync({ rows: list(2001, " Quist"), once: onceKey() });
    const { importId } = await previewContacts(viewer, form);
    await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
    return importId;
  };
  const [broken, whole] = [await made(), await made()];
  const first = and(eq(contactImportRows.importId, broken), eq(contactImportRows.nth, 1));
  await writeDb.update(contactImportRows).set({ phone: null }).where(first);
  await workOnImports();
  expect((await getImport(viewer, broken))?.problem).toMatch(/^Something went wrong on our side \(event /);
  expect(await getImport(viewer, whole)).toMatchObject({ isFinished: true, problem: null });
});

/** Stops when it is asked for the second time whether to go on. */
function interrupted(): AbortSignal {
  const stopping = new AbortController();
  let asked = 0;
  return Object.defineProperty(stopping.signal, "aborted", { get: () => asked++ > 1 });
}

/** Whether PostgreSQL has counted since its rows came, and so plans for them. */
async function isKnown(table: string, column: string, id: string): Promise<boolean> {
  const [known] = await db.execute(sql`select most_common_vals::text as ids from pg_stats
    where tablename = ${table} and attname = ${column}`);
  return String(known?.ids).includes(id);
}

test("a long list is read and taken in by workers, one going on where another one stopped", async () => {
  const viewer = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: list(3000, " Quist".repeat(6)), once: onceKey() });
  const { importId } = await previewContacts(viewer, form);
  expect(await getImport(viewer, importId)).toMatchObject({ isRead: false, total: 0 });
  await workOnImports(interrupted());
  expect(await getImport(viewer, importId)).toMatchObject({ isRead: false, total: 3000, readTo: 1000 });
  expect(await isKnown("contact_import_rows", "import_id", importId)).toBe(true);
  await expect(answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }))).rejects.toThrow(
    NotFound,
  );
  await workOnImports();
  expect(await getImport(viewer, importId)).toMatchObject({ isRead: true, isFinished: false, readTo: 3000 });
  await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  expect(await getImport(viewer, importId)).toMatchObject({ isConfirmed: true, takenTo: 0 });
  await workOnImports(interrupted());
  expect(await getImport(viewer, importId)).toMatchObject({ isFinished: false, takenTo: 2000 });
  expect(await isKnown("contacts", "account_id", viewer.accountId)).toBe(true);
  await Promise.all([workOnImports(), workOnImports()]);
  expect(await getImport(viewer, importId)).toMatchObject({ isFinished: true, takenTo: 3000 });
  expect(await db.$count(contacts, eq(contacts.accountId, viewer.accountId))).toBe(3000);
  expect(
    (await listContactGroups(viewer, contactGroupsQuery({}))).rows.map(({ name, count }) => `${name} ${count}`),
  ).toEqual(["Regulars 3000"]);
});

test("lists are worked at by turns: a short one is not behind a long one", async () => {
  const long = await longList(5000);
  const short = await longList(2500);
  await workOnImports();
  for (const { viewer, importId } of [long, short])
    await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  await workOnImports();
  const [first, second] = await Promise.all([long, short].map(({ importId }) => rowOf(importId)));
  expect(Number(second?.readAt)).toBeLessThan(Number(first?.readAt));
  expect(Number(second?.finishedAt)).toBeLessThan(Number(first?.finishedAt));
});

test("a long list has its next turn however many short ones keep coming", async () => {
  const long = await longList(4000);
  const doneOf = async () => (await rowOf(long.importId))?.readTo;
  const done: unknown[] = [];
  for (let turn = 0; turn < 6; turn++) {
    await longList(1000, 40);
    await workOnImports(interrupted());
    done.push(await doneOf());
  }
  // After those that waited already when it had its last one, and before all that came since.
  expect(done).toEqual([1000, 1000, 2000, 2000, 2000, 3000]);
});

/** Of a company of its own, and read by a worker. */
async function longList(count: number, wide = 8) {
  const viewer = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: list(count, " Quist".repeat(wide)), once: onceKey() });
  return { viewer, ...(await previewContacts(viewer, form)) };
}

const rowOf = async (id: string) => (await db.select().from(contactImports).where(eq(contactImports.id, id)))[0];
