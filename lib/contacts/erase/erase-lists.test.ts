import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { formatNumber } from "@/lib/numbers/format-number";
import { deskOf } from "@/tests/support/carrier/desk";
import { onceKey } from "@/tests/support/cast";
import { AnswerImport, answerImport } from "../import/answer";
import { PreviewContacts, previewContacts } from "../import/preview";
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
  const split = await preview(ana, `Name,Area,Line,Phone\n${word},${local.slice(0, 3)},${local.slice(3)},+14155550190`);
  await eraseContact(ana, { contactId: talk.contactId, once: onceKey() });
  expect(await rowsWith(word)).toBe(0);
  expect(await cellsOf(number)).toEqual(["", "", "", `Tom|+14155550189|order 9${local}7`]);
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
