import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { csvLines, FORMULA } from "./csv";
import { cellOf, lastOf, linesOf, takeLines } from "./csv-line";

const SIGNS = [...FORMULA, '"', ",", " ", "'", "%", "_", "\\", "\ufeff", "\u2028", "é", "🙂", "x"];

/** Every sign alone, first, last and between two others. */
const texts = ["", "=1+1", 'the "boss"', ...SIGNS, ...SIGNS.flatMap((sign) => [`${sign}x`, `x${sign}`, `x${sign}x`])];

const page = (rows: readonly string[]) =>
  sql`(select text from unnest(${sql.param([...rows])}::text[]) with ordinality as given(text, place) order by place limit 1000) page`;

test("PostgreSQL writes each text as csvLines does", async () => {
  const cells = [sql`'first'`, cellOf(sql`page.text`), sql`'last'`];
  const [row] = await db.execute(sql`select ${linesOf(cells)} as lines from ${page(texts)}`);
  expect(row?.lines).toBe(csvLines(texts.map((text) => ["first", text, "last"])));
});

test("the last row says where to go on, and of no rows there are no lines", async () => {
  const asked = (rows: readonly string[]) =>
    db.execute(sql`select ${linesOf([sql`page.text`])} as lines, ${lastOf(sql`page.text`)} as last from ${page(rows)}`);
  expect(await asked(["b", "c", "a"])).toEqual([{ lines: "b\r\nc\r\na\r\n", last: "a" }]);
  expect(await asked([])).toEqual([{ lines: "", last: null }]);
});

test("lines that are taken are kept by nobody else", () => {
  const page = { lines: "a\r\n" };
  expect(takeLines(page)).toBe("a\r\n");
  expect(page.lines).toBe("");
});
