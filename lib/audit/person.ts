import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db";
import { auditEvents, groups, members, numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { matching } from "../members/search";
import { isOneOf } from "./is-one-of";

/** Up to here events are found by who it was; a name that more bear is met soon on the way through history. */
const FEW = 1000;

/** After these the subject is found nowhere but in history. */
const GONE = ["member.deleted", "member.removed", "invitation.withdrawn", "group.removed"];

/** Events by or about somebody: by a member's id, or by a name, also of groups, numbers and those who are gone. */
export async function isByOrAbout(viewer: Viewer, person: string): Promise<SQL | undefined> {
  if (z.uuid().safeParse(person).success) return byOrAbout([person]);
  const found = await namedLike(viewer, person);
  if (found.length <= FEW) return byOrAbout(found);
  return or(sounds(auditEvents.actorName, person), sounds(auditEvents.subjectName, person));
}

const byOrAbout = (ids: readonly string[]) =>
  or(isOneOf(auditEvents.actorId, ids), isOneOf(auditEvents.subjectId, ids));

async function namedLike({ accountId }: Viewer, name: string): Promise<string[]> {
  const most = FEW + 1;
  const found = await Promise.all([
    db
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.accountId, accountId), matching(name)))
      .limit(most),
    db
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.accountId, accountId), sounds(groups.name, name)))
      .limit(most),
    db
      .select({ id: numbers.id })
      .from(numbers)
      .where(and(eq(numbers.accountId, accountId), or(sounds(numbers.label, name), sounds(numbers.e164, name))))
      .limit(most),
    db
      .selectDistinct({ id: auditEvents.subjectId })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.accountId, accountId),
          inArray(auditEvents.action, GONE),
          sounds(auditEvents.subjectName, name),
        ),
      )
      .limit(most),
  ]);
  return [...new Set(found.flat().flatMap(({ id }) => (id ? [id] : [])))];
}

/** Every word somewhere in it, in any case and with any accents; the word is folded once and not for every row. */
const sounds = (column: PgColumn, name: string) =>
  and(...name.split(/\s+/).map((word) => sql`strpos(search_form(${column}), (select search_form(${word}))) > 0`));
