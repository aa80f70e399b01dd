import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { auditEvents, groups, members, numbers } from "@/db/schema";
import { groupsWith } from "../access/can";
import { groupsWithin, membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { among } from "../id-list";

/** Up to here their events are found by whom they are about; beyond, most of what is walked through counts. */
const FEW = 1000;

/** At the root all of the account's history; elsewhere what is about people, groups and numbers that lie there. */
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
  ]);
  return found.flat().map(({ id }) => id);
}

const isAboutSubtree = (viewer: Viewer) =>
  or(
    sql`exists (select from ${members} where ${members.id} = ${auditEvents.subjectId} and ${membersWithin(viewer, "audit.view")})`,
    sql`exists (select from ${groups} where ${groups.id} = ${auditEvents.subjectId} and ${groupsWithin(viewer, "audit.view")})`,
    sql`exists (select from ${numbers} where ${numbers.id} = ${auditEvents.subjectId} and ${numbersWithin(viewer, "audit.view")})`,
  );
