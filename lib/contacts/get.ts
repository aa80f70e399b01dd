import { and, desc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { consentEvents, contacts, conversations, numbers, optOuts } from "@/db/schema";
import { contactsManagedBy, contactsWithin, conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { contactDetails, isListed } from "./managed-contacts";
import { cameWith, UNDONE_WITHIN } from "./part";
import { saidWords } from "./said-words";

/** A contact as their page shows it; undefined when the viewer sees none of that id. */
export async function getContact(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [found] = await db
    .select({
      ...contactDetails,
      unreachableAt: contacts.unreachableAt,
      unreachableReason: contacts.unreachableReason,
      optedOutAt: optOuts.since,
      optedOutHow: optOuts.how,
      reviewBy: optOuts.reviewBy,
      manages: sql<boolean>`coalesce((${contactsManagedBy(viewer)}), false)`,
    })
    .from(contacts)
    .leftJoin(optOuts, and(eq(optOuts.accountId, contacts.accountId), eq(optOuts.phone, contacts.phone)))
    .where(and(contactsWithin(viewer), eq(contacts.id, id), isListed));
  return found;
}

export type ContactDetails = NonNullable<Awaited<ReturnType<typeof getContact>>>;

/** The contacts that a contact is made of: itself, and their other telephones. */
const madeOf = (viewer: Viewer, id: string) =>
  and(contactsWithin(viewer), or(eq(contacts.id, id), eq(contacts.mergedInto, id)));

/** Their other telephones, and whether each can still be parted from them; else with which one it came, if it did. */
export const phonesMergedWith = (viewer: Viewer, id: string) =>
  db
    .select({
      id: contacts.id,
      phone: contacts.phone,
      mergedAt: contacts.mergedAt,
      canPart: sql<boolean>`coalesce(before_merge is not null and merged_at >= now() - ${UNDONE_WITHIN}::interval and ${cameWith} is null, false)`,
      cameWith,
    })
    .from(contacts)
    .where(and(madeOf(viewer, id), eq(contacts.mergedInto, id)))
    .orderBy(contacts.mergedAt, contacts.id);

/** What they said about getting texts, newest first. */
export const consentOf = (viewer: Viewer, id: string) =>
  db
    .select({
      id: consentEvents.id,
      phone: consentEvents.phone,
      kind: consentEvents.kind,
      source: consentEvents.source,
      words: saidWords(viewer),
      shownText: consentEvents.shownText,
      by: consentEvents.actorName,
      at: consentEvents.at,
    })
    .from(consentEvents)
    .innerJoin(contacts, and(eq(contacts.accountId, consentEvents.accountId), eq(contacts.phone, consentEvents.phone)))
    .where(madeOf(viewer, id))
    .orderBy(desc(consentEvents.id))
    .limit(50);

/** The conversations with them, on the lines that the viewer has. */
export const conversationsWith = (viewer: Viewer, id: string) =>
  db
    .select({
      id: conversations.id,
      preview: conversations.preview,
      at: conversations.lastMessageAt,
      line: numbers.label,
      phone: contacts.phone,
      closedAt: conversations.closedAt,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(numbers, eq(numbers.id, conversations.numberId))
    .where(and(conversationsWithin(viewer, "messages.read"), or(eq(contacts.id, id), eq(contacts.mergedInto, id))))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(50);
