import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { keptForms } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";

/** It was sent again, and taken. `id` came with it, and may be anything. */
export async function dropForm(viewer: Viewer, id: unknown): Promise<void> {
  const kept = z.uuid().safeParse(id);
  if (!kept.success) return;
  const theirs = and(eq(keptForms.id, kept.data), eq(keptForms.memberId, viewer.memberId));
  await keepBooks((tx) => tx.delete(keptForms).where(theirs));
}
