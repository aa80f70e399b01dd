import { and, isNull } from "drizzle-orm";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "./format-number";

type NumberOption = { value: string; label: string };

/** The numbers in service that the viewer may give to people, for a select. */
export async function numberOptions(viewer: Viewer): Promise<NumberOption[]> {
  const rows = await db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .where(and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt)))
    .orderBy(numbers.label, numbers.id);
  return rows.map((row) => ({ value: row.id, label: numberLabel(row) }));
}
