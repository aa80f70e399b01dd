import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db";
import { auditEvents, contacts, conversations, groups, members, numbers } from "@/db/schema";
import { holdsEverywhere } from "../access/can";
import { contactsSeenAmong, membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { among } from "../id-list";
import { matching } from "../members/list/search";
import type { Home } from "../numbers/countries";
import { searching, searchingIn } from "../text/search";
import { holding } from "../text/search-column";

/** Up to here events are found by who it was; a name that more bear is met soon on the way through history. */
const FEW = 1000;

/** After these the subject is found nowhere but in history. */
const GONE = ["member.deleted", "member.removed", "invitation.withdrawn", "group.removed", "contact.deleted"];

/** Events by or about somebody: by an id, or by a name, also of groups, numbers, contacts and those who are gone. */
export async function isByOrAbout(viewer: Viewer, person: string): Promise<SQL | undefined> {
  if (z.uuid().safeParse(person).success) return byOrAbout([person]);
  const found = await namedLike(viewer, person);
  const sounds = soundsLike(viewer, person);
  if (found.length <= FEW) return byOrAbout(found);
  return or(sounds(auditEvents.actorName), sounds(auditEvents.subjectName));
}

const byOrAbout = (ids: readonly string[]) => or(among(auditEvents.actorId, ids), among(auditEvents.subjectId, ids));

/** Of whom the viewer sees by all that lists are searched by; of others by the name alone that events call them. */
async function namedLike(viewer: Viewer, name: string): Promise<string[]> {
  const { accountId } = viewer;
  const [most, sounds] = [FEW + 1, soundsLike(viewer, name)];
  const ifSeen = (seen: SQL | undefined, found: SQL | undefined, called: PgColumn) =>
    holdsEverywhere(viewer, "audit.view") ? found : or(and(seen, found), sounds(called));
  const held = searching(name, viewer, holding(contacts.search));
  const named = and(eq(contacts.accountId, accountId), ifSeen(contactsSeenAmong(viewer), held, contacts.name));
  const person = ifSeen(membersWithin(viewer, "audit.view"), matching(name, viewer), members.nameKey);
  const found = await Promise.all([
    db
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.accountId, accountId), person))
      .limit(most),
    db
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.accountId, accountId), sounds(groups.name)))
      .limit(most),
    db
      .select({ id: numbers.id })
      .from(numbers)
      .where(and(eq(numbers.accountId, accountId), or(sounds(numbers.label), sounds(numbers.e164))))
      .limit(most),
    db.select({ id: contacts.id }).from(contacts).where(named).limit(most),
    db
      .select({ id: conversations.id })
      .from(conversations)
      .innerJoin(contacts, eq(contacts.id, conversations.contactId))
      .where(named)
      .limit(most),
    db
      .selectDistinct({ id: auditEvents.subjectId })
      .from(auditEvents)
      .where(
        and(eq(auditEvents.accountId, accountId), inArray(auditEvents.action, GONE), sounds(auditEvents.subjectName)),
      )
      .limit(most),
  ]);
  return [...new Set(found.flat().flatMap(({ id }) => (id ? [id] : [])))];
}

const soundsLike = (home: Home, name: string) => (column: PgColumn) => searchingIn(sql`${column}`, name, home);
