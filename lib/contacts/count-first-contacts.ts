import { and, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import { contactsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { ContactsFilter } from "./contacts-query";
import { fitting } from "./list";
import { isListed } from "./managed-contacts";

/** Whether texts reach somebody no index knows: so many are looked at, whom the rest of the filter finds by index. */
const LOOKED_AT = 5000;

/** How many of the first contacts that search and group leave are as texts reach them; `isAll`: there are no others. */
export async function countFirstContacts(viewer: Viewer, { texts, ...filter }: ContactsFilter) {
  const isSo = fitting(viewer, { search: "", group: null, texts }) ?? sql`true`;
  const first = db
    .select({ isSo: sql<boolean>`(${isSo})`.as("is_so") })
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, fitting(viewer, { ...filter, texts: null })))
    .limit(LOOKED_AT + 1)
    .as("first_of_them");
  const [counted] = await db
    .select({
      count: sql<number>`(count(*) filter (where is_so))::int`,
      isAll: sql<boolean>`count(*) <= ${LOOKED_AT}`,
    })
    .from(first);
  return counted ?? { count: 0, isAll: true };
}
