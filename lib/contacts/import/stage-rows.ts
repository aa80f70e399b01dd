import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { contactImportRows, contactImports } from "@/db/schema";
import { keepBooks } from "../../change";
import { allAlphabets } from "../../import/alphabet";
import type { Text } from "../../import/letters/decode";
import type { TableRow } from "../../import/table";
import type { ClaimedImport } from "./claim";
import { readContacts } from "./read-file";

const AT_ONCE = 5000;

/** All rows as they came, with nothing read of them yet; the file goes. Answers what is wrong with the whole of it. */
export async function stageRows(list: ClaimedImport): Promise<string | undefined> {
  const alphabet = allAlphabets.find((each) => each === list.alphabet) ?? null;
  const text: Text = { text: list.text ?? "", alphabet };
  const read = readContacts(text);
  if ("problem" in read) return read.problem;
  const { rows, headings, secret } = read.table;
  await keepBooks(async (tx) => {
    const [now] = await tx
      .select({ text: contactImports.text })
      .from(contactImports)
      .where(eq(contactImports.id, list.id))
      .for("no key update");
    // Somebody else has done it meanwhile.
    if (!now?.text) return;
    await tx.delete(contactImportRows).where(eq(contactImportRows.importId, list.id));
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const slice = rows.slice(from, from + AT_ONCE).map((row, at) => rowOf(row, from + at + 1, headings.length));
      await tx.execute(sql`insert into contact_import_rows (import_id, nth, position, cells, is_surplus, contact_id)
        select ${list.id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(slice)}::text::jsonb)
          as r(nth int, position int, cells text[], is_surplus boolean, contact_id uuid)`);
    }
    await tx
      .update(contactImports)
      .set({ text: null, total: rows.length, headings, secret })
      .where(eq(contactImports.id, list.id));
  });
  return undefined;
}

/** Cells of columns without any heading are kept as they are; those beyond all columns say that something is wrong. */
function rowOf({ position, cells, cut }: TableRow, nth: number, width: number) {
  const isSurplus = cut === true || cells.slice(width).some((cell) => cell !== "");
  return { nth, position, cells: cells.slice(0, width), is_surplus: isSurplus, contact_id: v7() };
}
