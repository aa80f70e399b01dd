import { and, isNull } from "drizzle-orm";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { numbersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "./shown";

/** The numbers in service that the viewer may give to people, for a select. */
export async function numberOptions(viewer: Viewer): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .where(and(numbersManagedBy(viewer), isNull(numbers.disabledAt)))
    .orderBy(numbers.label, numbers.id);
  return rows.map((row) => ({ value: row.id, label: numberLabel(row) }));
}
