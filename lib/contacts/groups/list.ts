import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contactGroupMembers, contactGroups, contacts } from "@/db/schema";
import { contactGroupsWithin, contactsManagedBy, contactsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { isListed } from "../managed-contacts";

const inIt = sql`${contactGroupMembers} join ${contacts} on ${contacts.id} = ${contactGroupMembers.contactId}
  where ${contactGroupMembers.groupId} = ${contactGroups.id}`;

/** Contact groups by name, and how many contacts in each the viewer sees. */
export const listContactGroups = (viewer: Viewer) =>
  db
    .select({
      id: contactGroups.id,
      name: contactGroups.name,
      count: sql<number>`(select count(*)::int from ${inIt} and ${and(contactsWithin(viewer), isListed)})`,
    })
    .from(contactGroups)
    .where(contactGroupsWithin(viewer))
    .orderBy(asc(sql`lower(${contactGroups.name})`), asc(contactGroups.id));

/** One of them; `isWhole`: the viewer manages all who are in it. */
export async function getContactGroup(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [group] = await db
    .select({
      id: contactGroups.id,
      name: contactGroups.name,
      revision: contactGroups.revision,
      count: sql<number>`(select count(*)::int from ${inIt} and ${and(contactsWithin(viewer), isListed)})`,
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
    .orderBy(asc(sql`lower(${contactGroups.name})`), asc(contactGroups.id));
