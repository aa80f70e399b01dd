import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows, contactImports, erasedPhones, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { formatNumber } from "@/lib/numbers/format-number";
import { deskOf } from "@/tests/support/carrier/desk";
import { onceKey } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { AnswerImport, answerImport } from "../import/answer";
import { PreviewContacts, previewContacts } from "../import/preview";
import { stageRows } from "../import/stage-rows";
import { workOnImports } from "../import/work-on-import";
import { eraseContact } from "./erase";

async function preview(viewer: Viewer, rows: string): Promise<string> {
  const form = await PreviewContacts.parseAsync({ rows, once: onceKey() });
  return (await previewContacts(viewer, form)).importId;
}

/** What lists hold of a word, row by row. */
const rowsWith = async (word: string) =>
  (await db.execute(sql`select from contact_import_rows r where strpos(to_jsonb(r)::text, ${word}) > 0`)).length;

const cellsOf = async (importId: string) =>
  (
    await db
      .select({ cells: contactImportRows.cells })
      .from(contactImportRows)
      .where(eq(contactImportRows.importId, importId))
      .orderBy(contactImportRows.nth)
  ).map(({ cells }) => cells.filter(Boolean).join("|"));

test("whoever is erased stands in no list, whatever is read of it: by their number as it is written, or by their email", async () => {
  const { ana, word, talk } = await deskOf();
  await writeDb.execute(sql`update contacts set email = ${`Marisol@${word}.example`} where id = ${talk.contactId}`);
  const local = talk.phone.slice(2);
  const spoken = formatNumber(talk.phone);
  const number = await preview(
    ana,
    [
      "First Name,Phone Number,Email,Notes",
      // Not read as a number: which it is, is unclear.
      `${word},${spoken} or so,,`,
      `${word},4.41E+11,MARISOL@${word}.EXAMPLE ,`,
      `Nora,+14155550188,,sister of ${word} (1-${local.slice(0, 3)}.${local.slice(3, 6)}.${local.slice(6)})`,
      `Tom,+14155550189,,order 9${local}7`,
    ].join("\n"),
  );
  expect(await rowsWith(word)).toBe(3);
  const split = await preview(ana, `Name,Area,Line,Phone\n${word},${local.slice(0, 3)},${local.slice(3)},ask`);
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  expect(await rowsWith(word)).toBe(0);
  expect(await cellsOf(number)).toEqual(["", "", "Nora|+14155550188", `Tom|+14155550189|order 9${local}7`]);
  expect(await cellsOf(split)).toEqual([""]);
});

test("a list that lay there unread when somebody in it was erased brings nothing of them", async () => {
  const { ana, word, talk } = await deskOf();
  const others = Array.from({ length: 1500 }, (_, at) => `Nora${" Quist".repeat(30)},+1415555${1000 + at}`);
  const importId = await preview(ana, ["Name,Phone", `Marisol ${word},${talk.phone}`, ...others].join("\n"));
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  await workOnImports();
  expect(await rowsWith(word)).toBe(0);
  const [first] = await db
    .select()
    .from(contactImportRows)
    .where(and(eq(contactImportRows.importId, importId), eq(contactImportRows.nth, 1)));
  expect(first).toMatchObject({ verdict: "unreadable", problem: "They were erased.", cells: ["", ""] });
  const again = await preview(ana, `Name,Phone\nMarisol ${word},${talk.phone}`);
  await answerImport(ana, AnswerImport.parse({ importId: again, act: "read", once: onceKey() }));
  expect(await cellsOf(again)).toEqual([`Marisol ${word}|${talk.phone}`]);
});

test("a row that is being read in that moment is waited for, and erased as well", async () => {
  const { ana, word, talk } = await deskOf();
  const importId = await preview(ana, "Name,Phone\nNora Quist,+14155550188");
  const ended = await meanwhile(
    async (tx) => {
      await tx.select().from(contactImports).where(eq(contactImports.id, importId)).for("no key update");
      await tx
        .update(contactImportRows)
        .set({ cells: [word, talk.phone], phone: talk.phone })
        .where(eq(contactImportRows.importId, importId));
    },
    () => eraseContact(ana, { contactId: talk.contactId, once: onceKey() }),
  );
  expect(ended).toMatchObject([{ status: "fulfilled" }]);
  expect(await cellsOf(importId)).toEqual([""]);
});

const take = (viewer: Viewer, importId: string) =>
  answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
const stopsOf = async (accountId: string) =>
  (await db.select({ phone: optOuts.phone }).from(optOuts).where(eq(optOuts.accountId, accountId)))
    .map(({ phone }) => phone)
    .filter((phone) => phone.startsWith("+"));
const samplesOf = async (importId: string) => {
  const [list] = await db.select().from(contactImports).where(eq(contactImports.id, importId));
  return list?.columns.flatMap(({ samples }) => samples);
};

test("somebody else's row keeps its number and its STOP, less what names who is erased", async () => {
  const { ana, word, talk } = await deskOf();
  const shared = `info@${word}.example`;
  await writeDb.execute(sql`update contacts set email = ${shared} where id = ${talk.contactId}`);
  const rows = [
    "First Name,Phone,Email,Blacklisted,Notes",
    `Nora,+14155550188,nora@firm.example,yes,sister of ${word} ${talk.phone}`,
    `Olive,+14155550189,${shared},yes,Tall`,
    `Pia,+14155550190 / ${talk.phone},,yes,`,
  ];
  const importId = await preview(ana, rows.join("\n"));
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  expect(await rowsWith(word)).toBe(0);
  expect(await rowsWith(talk.phone)).toBe(0);
  expect(await cellsOf(importId)).toEqual([
    "Nora|+14155550188|nora@firm.example|yes",
    "Olive|+14155550189|yes|Tall",
    "Pia|+14155550190 / |yes",
  ]);
  expect(await samplesOf(importId)).toEqual([]);
  await take(ana, importId);
  expect((await stopsOf(talk.accountId)).sort()).toEqual(["+14155550188", "+14155550189", "+14155550190"]);
});

/** A list whose rows are there, and of which nothing is read. */
async function staged(viewer: Viewer, rows: string) {
  const importId = await preview(viewer, rows);
  await writeDb.execute(
    sql`update contact_imports set text = ${rows}, read_at = null, read_to = 0 where id = ${importId}`,
  );
  const [list] = await db.select().from(contactImports).where(eq(contactImports.id, importId));
  if (list) await stageRows(list);
  return importId;
}

test("a row that is not read yet is told by the number that it will have", async () => {
  const { ana, word, talk } = await deskOf();
  const importId = await staged(
    ana,
    `Name,Phone,Home Phone,Blacklisted,Notes\n${word},${talk.phone},+14155550191,,\nNora,+14155550188,,yes,sister of ${word} ${talk.phone}`,
  );
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  expect(await cellsOf(importId)).toEqual(["", "Nora|+14155550188|yes"]);
  await workOnImports();
  await take(ana, importId);
  expect(await stopsOf(talk.accountId)).toEqual(["+14155550188"]);
});

test.each([
  ["read", preview],
  ["not read yet", staged],
])("a STOP of theirs that a list holds which is %s is kept with the number's HMAC", async (_, bring) => {
  const { ana, talk, text } = await deskOf();
  await bring(ana, `Name,Phone,Blacklisted\nMarisol,${talk.phone},yes`);
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  const [kept] = await db.select().from(erasedPhones).where(eq(erasedPhones.accountId, talk.accountId));
  expect(kept).toMatchObject({ hadOptedOut: true });
  await text("Hello");
  expect(await stopsOf(talk.accountId)).toEqual([talk.phone]);
});

test("a list that was still a file shows nothing of them by its columns, and keeps their STOP", async () => {
  const { ana, word, talk } = await deskOf();
  const others = Array.from({ length: 1500 }, (_, at) => `Nora${" Quist".repeat(30)},+1415555${1000 + at},`);
  const importId = await preview(ana, ["Name,Phone,Blacklisted", `${word},${talk.phone},yes`, ...others].join("\n"));
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  await workOnImports();
  expect(await samplesOf(importId)).toEqual([]);
  const [kept] = await db.select().from(erasedPhones).where(eq(erasedPhones.accountId, talk.accountId));
  expect(kept).toMatchObject({ hadOptedOut: true });
});

test("a day is nobody's number", async () => {
  const { ana, talk } = await deskOf();
  await writeDb.execute(sql`update contacts set phone = '+12026010210' where id = ${talk.contactId}`);
  const importId = await preview(ana, "Name,Phone,Notes\nNora,+14155550188,2026-01-02 10:15");
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  expect(await cellsOf(importId)).toEqual(["Nora|+14155550188|2026-01-02 10:15"]);
});
