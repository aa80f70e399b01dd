import { and, isNull } from "drizzle-orm";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "./format-number";

export type NumberOption = { value: string; label: string };

/** More than these make a page heavy that mostly is opened for something else. */
const FEW = 100;

/** The same where they are not too many to be offered unasked; otherwise null. */
export const fewNumberOptions = async (viewer: Viewer): Promise<NumberOption[] | null> => {
  const found = await numberOptions(viewer, FEW + 1);
  return found.length > FEW ? null : found;
};

/** The numbers in service that the viewer may give to people, for a select. */
export async function numberOptions(viewer: Viewer, most?: number): Promise<NumberOption[]> {
  const query = db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .where(and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt)))
    .orderBy(numbers.label, numbers.id)
    .$dynamic();
  const rows = await (most === undefined ? query : query.limit(most));
  return rows.map((row) => ({ value: row.id, label: numberLabel(row) }));
}
