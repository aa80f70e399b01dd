import { and, eq } from "drizzle-orm";
import { keptForms } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";

/** It was sent again, and taken. */
export const dropForm = (viewer: Viewer, id: string) =>
  keepBooks((tx) => tx.delete(keptForms).where(and(eq(keptForms.id, id), eq(keptForms.memberId, viewer.memberId))));
