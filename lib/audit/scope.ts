import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import {
  auditEvents,
  campaigns,
  contacts,
  conversations,
  groups,
  members,
  numbers,
  subscriptionLinks,
} from "@/db/schema";
import { groupsWith } from "../access/can";
import {
  campaignsOfLines,
  contactsOfLines,
  conversationsOfLines,
  groupsWithin,
  membersWithin,
  numbersWithin,
  silentContacts,
  subscriptionLinksOfLines,
} from "../access/scope";
import type { Viewer } from "../access/viewer";
import { among } from "../id-list";
import { actionOptions } from "./actions";

/** Up to here their events are found by whom they are about; beyond, most of what is walked through counts. */
const FEW = 1000;

const CONTACT_ACTIONS = actionOptions.map(({ value }) => value).filter((action) => action.startsWith("contact."));

/**
 * At the root all of the account's history; elsewhere what is about people, groups and numbers that lie there, and about
 * conversations, contacts, campaigns and subscription links of those numbers.
 */
export async function eventsSeenBy(viewer: Viewer): Promise<SQL | undefined> {
  const held = groupsWith(viewer, "audit.view");
  if (held.length === 0) return sql`false`;
  const inAccount = eq(auditEvents.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  const subjects = await subjectsOf(viewer);
  return and(inAccount, subjects.length <= FEW ? among(auditEvents.subjectId, subjects) : isAboutSubtree(viewer));
}

async function subjectsOf(viewer: Viewer): Promise<string[]> {
  const found = await Promise.all([
    db
      .select({ id: members.id })
      .from(members)
      .where(membersWithin(viewer, "audit.view"))
      .limit(FEW + 1),
    db
      .select({ id: groups.id })
      .from(groups)
      .where(groupsWithin(viewer, "audit.view"))
      .limit(FEW + 1),
    db
      .select({ id: numbers.id })
      .from(numbers)
      .where(numbersWithin(viewer, "audit.view"))
      .limit(FEW + 1),
    db
      .select({ id: conversations.id, contactId: conversations.contactId })
      .from(conversations)
      .where(conversationsOfLines(viewer, "audit.view"))
      .limit(FEW + 1),
    db
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(campaignsOfLines(viewer, "audit.view"))
      .limit(FEW + 1),
    db
      .select({ id: subscriptionLinks.id })
      .from(subscriptionLinks)
      .where(subscriptionLinksOfLines(viewer, "audit.view"))
      .limit(FEW + 1),
    silentWithHistory(viewer),
  ]);
  return [...new Set(found.flat().flatMap((row) => ("contactId" in row ? [row.id, row.contactId] : [row.id])))];
}

/** Most contacts were made by a text, and nobody ever did anything with them: found by what was done, not one by one. */
async function silentWithHistory(viewer: Viewer): Promise<{ id: string }[]> {
  const done = and(eq(auditEvents.accountId, viewer.accountId), inArray(auditEvents.action, CONTACT_ACTIONS));
  return db
    .selectDistinct({ id: contacts.id })
    .from(auditEvents)
    .innerJoin(contacts, and(eq(contacts.id, auditEvents.subjectId), silentContacts(viewer)))
    .where(done)
    .limit(FEW + 1);
}

const isAboutSubtree = (viewer: Viewer) =>
  or(
    sql`exists (select from ${members} where ${members.id} = ${auditEvents.subjectId} and ${membersWithin(viewer, "audit.view")})`,
    sql`exists (select from ${groups} where ${groups.id} = ${auditEvents.subjectId} and ${groupsWithin(viewer, "audit.view")})`,
    sql`exists (select from ${numbers} where ${numbers.id} = ${auditEvents.subjectId} and ${numbersWithin(viewer, "audit.view")})`,
    sql`exists (select from ${conversations} where ${conversations.id} = ${auditEvents.subjectId} and ${conversationsOfLines(viewer, "audit.view")})`,
    sql`exists (select from ${campaigns} where ${campaigns.id} = ${auditEvents.subjectId} and ${campaignsOfLines(viewer, "audit.view")})`,
    sql`exists (select from ${subscriptionLinks} where ${subscriptionLinks.id} = ${auditEvents.subjectId} and ${subscriptionLinksOfLines(viewer, "audit.view")})`,
    sql`exists (select from ${contacts} where ${contacts.id} = ${auditEvents.subjectId}
      and ${or(contactsOfLines(viewer, "audit.view"), silentContacts(viewer))})`,
  );
