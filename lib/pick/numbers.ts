import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { byIndex, db } from "@/db";
import { numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "../numbers/format-number";
import { searchingIn } from "../text/search";
import type { Source } from "./source";

/** The numbers in service that the viewer may give to people, by label or by any part of the number. */
export const numbersToGive: Source = {
  find(viewer, { search, skip, most }) {
    const named = or(searchingIn(sql`numbers.label`, search, viewer), searchingIn(sql`numbers.e164`, search, viewer));
    const begins = desc(sql`strpos(search_form(numbers.label), search_form(${search})) = 1`);
    return choices(viewer, named, { skip, most, first: [begins] });
  },
  one: (viewer, { value }) => choices(viewer, eq(numbers.id, value), { skip: 0, most: 1, first: [] }),
  whole: (viewer, { most }) => choices(viewer, undefined, { skip: 0, most, first: [] }),
};

async function choices(viewer: Viewer, which: SQL | undefined, page: { skip: number; most: number; first: SQL[] }) {
  const rows = await (page.first.length > 0 ? db : byIndex)
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .where(and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt), which))
    .orderBy(...page.first, asc(numbers.label), asc(numbers.id))
    .offset(page.skip)
    .limit(page.most);
  return rows.map((row) => ({ value: row.id, label: numberLabel(row) }));
}
