import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contactGroupMembers, contactGroups, contacts } from "@/db/schema";
import { contactGroupsWithin, contactsManagedBy, contactsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { countedPage } from "../../paging";
import { searchingIn } from "../../text/search";
import { isListed } from "../managed-contacts";
import type { ContactGroupsQuery } from "./contact-groups-query";
import { inNameOrder } from "./in-name-order";

const inIt = sql`${contactGroupMembers} join ${contacts} on ${contacts.id} = ${contactGroupMembers.contactId}
  where ${contactGroupMembers.groupId} = ${contactGroups.id}`;

/** How many contacts in a group the viewer sees. */
const countFor = (viewer: Viewer) =>
  sql<number>`(select count(*)::int from ${inIt} and ${and(contactsWithin(viewer), isListed)})`;

/** A page of the contact groups. A company has hundreds at most, so pages are counted out. */
export async function listContactGroups(viewer: Viewer, { search, by, descending, page, size }: ContactGroupsQuery) {
  const wanted = and(contactGroupsWithin(viewer), searchingIn(sql`${contactGroups.name}`, search, viewer));
  const order = [...(by === "contacts" ? [countFor(viewer)] : []), inNameOrder, sql`${contactGroups.id}`];
  const [rows, [counted]] = await Promise.all([
    db
      .select({ id: contactGroups.id, name: contactGroups.name, count: countFor(viewer) })
      .from(contactGroups)
      .where(wanted)
      .orderBy(...order.map((column) => (descending ? desc(column) : asc(column))))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ total: sql<number>`count(*)::int` }).from(contactGroups).where(wanted),
  ]);
  return countedPage(rows, { page, size, total: counted?.total ?? 0 });
}

/** One of them; `isWhole`: the viewer manages all who are in it. */
export async function getContactGroup(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [group] = await db
    .select({
      id: contactGroups.id,
      name: contactGroups.name,
      revision: contactGroups.revision,
      count: countFor(viewer),
      isWhole: sql<boolean>`not exists (select from ${inIt} and (${contactsManagedBy(viewer)}) is not true)`,
    })
    .from(contactGroups)
    .where(and(contactGroupsWithin(viewer), eq(contactGroups.id, id)));
  return group;
}

/** Those that a contact of the viewer's is in. */
export const contactGroupsOf = (viewer: Viewer, contactId: string) =>
  db
    .select({ id: contactGroups.id, name: contactGroups.name })
    .from(contactGroupMembers)
    .innerJoin(contactGroups, eq(contactGroups.id, contactGroupMembers.groupId))
    .innerJoin(contacts, eq(contacts.id, contactGroupMembers.contactId))
    .where(and(contactsWithin(viewer), eq(contacts.id, contactId)))
    .orderBy(asc(inNameOrder), asc(contactGroups.id));
