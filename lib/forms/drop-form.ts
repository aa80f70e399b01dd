import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { keptForms } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";
import * as fields from "../fields";

/** `id` came with a form, and may be anything; so may the page to go on to. */
export const DropForm = z.object({ id: fields.anything, to: z.string().max(2000).optional().catch(undefined) });

/** What was kept was sent again and taken, or is wanted no more. */
export async function dropForm(viewer: Viewer, { id, to }: z.output<typeof DropForm>) {
  const kept = z.uuid().safeParse(id);
  if (kept.success) {
    const theirs = and(eq(keptForms.id, kept.data), eq(keptForms.memberId, viewer.memberId));
    await keepBooks((tx) => tx.delete(keptForms).where(theirs));
  }
  return { to };
}
