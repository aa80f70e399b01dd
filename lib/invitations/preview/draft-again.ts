import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { invitationBatches, invitationRows, invitationSources } from "@/db/schema";
import { fullName, type Viewer } from "../../access/viewer";
import { csvLines } from "../../text/csv";
import { ownDraft } from "./own-draft";

/**
 * What somebody had typed and chosen when they come back from the preview to mend it; null for what is sent or another's.
 * A file is in nobody's hands any more: it is chosen again (`isFile`).
 */
export async function draftAgain(viewer: Viewer, batchId: unknown) {
  const id = z.uuid().safeParse(batchId);
  if (!id.success) return null;
  const [batch] = await db
    .select({ choice: invitationBatches.choice })
    .from(invitationBatches)
    .where(ownDraft(viewer, id.data));
  if (!batch?.choice) return null;
  const { isFile, groupId: group, roles: role, products: product, lines: line } = batch.choice;
  return { isFile, addresses: isFile ? "" : await addressesOf(id.data), group, role, product, line };
}

/** A pasted table as it was, without what is never kept; otherwise a line a person. */
async function addressesOf(batchId: string): Promise<string> {
  const [table] = await db
    .select({ headings: invitationSources.headings, rows: invitationSources.rows })
    .from(invitationSources)
    .where(eq(invitationSources.batchId, batchId));
  if (table) return csvLines([table.headings, ...table.rows.map(({ cells }) => cells)]);
  const rows = await db
    .select({ email: invitationRows.email, firstName: invitationRows.firstName, lastName: invitationRows.lastName })
    .from(invitationRows)
    .where(eq(invitationRows.batchId, batchId))
    .orderBy(asc(invitationRows.position));
  return [...new Map(rows.map((row) => [row.email.toLowerCase(), asTyped(row)])).values()].join("\n");
}

function asTyped(row: { email: string; firstName: string; lastName: string }): string {
  const name = fullName(row).replaceAll('"', "");
  return name ? `"${name}" <${row.email}>` : row.email;
}
