import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { columnMappings } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { type Alphabet, letterReader } from "./alphabet";
import { headingsHash, toRemember } from "./chosen-columns";
import { type Column, samplesOf } from "./map-columns";
import type { FileRead } from "./table";

/** A company, and what its file is for: the same headings may mean something else in another list. */
type Whose = { accountId: string; purpose: "invitations" | "contacts" };

/** What was chosen for the last file with the same headings. */
export async function remembered({ accountId, purpose }: Whose, columns: readonly Column[]) {
  const [found] = await db
    .select({ fields: columnMappings.fields })
    .from(columnMappings)
    .where(
      and(
        eq(columnMappings.accountId, accountId),
        eq(columnMappings.purpose, purpose),
        eq(columnMappings.headings, headingsHash(columns)),
      ),
    );
  return found?.fields;
}

/** For the company's next file with the same headings. */
export async function rememberColumns(tx: WriteTx, whose: Whose, columns: readonly Column[]) {
  const row = { ...whose, headings: headingsHash(columns), fields: toRemember(columns) };
  await tx
    .insert(columnMappings)
    .values(row)
    .onConflictDoUpdate({
      target: [columnMappings.accountId, columnMappings.purpose, columnMappings.headings],
      set: { fields: row.fields, usedAt: sql`now()` },
    });
}

/** Headings and samples in other letters. */
export function lettersChanged(
  { headings, rows, alphabet: before }: Pick<FileRead["table"], "headings" | "rows"> & { alphabet: string | null },
  alphabet: Alphabet | null,
  columns: readonly Column[],
): Column[] {
  if (alphabet === before) return [...columns];
  const letters = letterReader(alphabet);
  return columns.map((column, at) => ({
    ...column,
    heading: letters(headings[at] ?? ""),
    samples: samplesOf(rows.map(({ cells }) => letters(cells[at] ?? ""))),
  }));
}
