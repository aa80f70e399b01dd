import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { columnMappings, type invitationSources } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Viewer } from "../../access/viewer";
import { type Alphabet, letterReader } from "../../import/alphabet";
import { type Column, samplesOf } from "../../import/map-columns";
import type { Grantable } from "../grantable";
import { cellFits } from "../read/access-cells";
import { asRemembered, type FileRead, guessColumns, headingsHash, toRemember } from "../read/read-file";

export type NewSource = Omit<typeof invitationSources.$inferInsert, "batchId">;

const PURPOSE = "invitations";

/** A file with how its columns are read: as this company chose for the same headings before, or as is likely. */
export async function sourceOf({ accountId }: Viewer, offer: Grantable, { table, alphabet }: FileRead) {
  const guessed = guessColumns({ table, alphabet }, cellFits(offer));
  const { headings, hasHeadings, rows, secret } = table;
  const before = hasHeadings ? await remembered(accountId, guessed) : undefined;
  return { columns: asRemembered(guessed, before), headings, hasHeadings, rows, secret, alphabet } satisfies NewSource;
}

async function remembered(accountId: string, columns: readonly Column[]) {
  const [found] = await db
    .select({ fields: columnMappings.fields })
    .from(columnMappings)
    .where(
      and(
        eq(columnMappings.accountId, accountId),
        eq(columnMappings.purpose, PURPOSE),
        eq(columnMappings.headings, headingsHash(columns)),
      ),
    );
  return found?.fields;
}

/** For the company's next file with the same headings. */
export async function rememberColumns(tx: WriteTx, accountId: string, columns: readonly Column[]) {
  const row = { accountId, purpose: PURPOSE, headings: headingsHash(columns), fields: toRemember(columns) };
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
