import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { contactGroups } from "@/db/schema";
import { contactGroupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { inNameOrder } from "../contacts/groups/in-name-order";
import { searchingIn } from "../text/search";
import type { Source } from "./source";

/** The contact groups that the viewer sees, by any part of the name. */
export const contactGroupsSeen: Source = {
  find(viewer, { search, skip, most }) {
    const begins = desc(sql`strpos(search_form(contact_groups.name), search_form(${search})) = 1`);
    return choices(viewer, searchingIn(sql`contact_groups.name`, search, viewer), { skip, most, first: [begins] });
  },
  one: (viewer, { value }) => choices(viewer, eq(contactGroups.id, value), { skip: 0, most: 1, first: [] }),
  whole: (viewer, { most }) => choices(viewer, undefined, { skip: 0, most, first: [] }),
};

const choices = (viewer: Viewer, which: SQL | undefined, page: { skip: number; most: number; first: SQL[] }) =>
  db
    .select({ value: contactGroups.id, label: contactGroups.name })
    .from(contactGroups)
    .where(and(contactGroupsWithin(viewer), which))
    .orderBy(...page.first, asc(inNameOrder), asc(contactGroups.id))
    .offset(page.skip)
    .limit(page.most);
