import type { invitationSources } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { asRemembered } from "../../import/chosen-columns";
import { remembered } from "../../import/column-memory";
import type { FileRead } from "../../import/table";
import type { Grantable } from "../grantable";
import { cellFits } from "../read/access-cells";
import { guessColumns } from "../read/read-file";

export type NewSource = Omit<typeof invitationSources.$inferInsert, "batchId">;

/** A file with how its columns are read: as this company chose for the same headings before, or as is likely. */
export async function sourceOf({ accountId }: Viewer, offer: Grantable, { table, alphabet }: FileRead) {
  const guessed = guessColumns({ table, alphabet }, cellFits(offer));
  const { headings, hasHeadings, rows, secret } = table;
  const before = hasHeadings ? await remembered({ accountId, purpose: "invitations" }, guessed) : undefined;
  return { columns: asRemembered(guessed, before), headings, hasHeadings, rows, secret, alphabet } satisfies NewSource;
}
