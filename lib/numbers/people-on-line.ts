import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { lineAccess, members, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { knownPerson } from "../members/guest-privacy";
import { type PeopleWish, pageByName, turnedByName } from "../members/list/people-by-name";
import { cannotText } from "./cannot-text";

/** Who has a number, by name, and what keeps them from texting: one page, and whether there is more on either side of it. */
export async function peopleOnLine(viewer: Viewer, numberId: string, wish: PeopleWish) {
  const page = pageByName(viewer, wish);
  const found = await db
    .select({
      id: members.id,
      ...knownPerson,
      status: members.status,
      isDefault: sql<boolean>`${members.defaultNumberId} is not distinct from ${numberId}`,
      manages: sql<boolean>`coalesce((${membersWithin(viewer, "users.manage")}), false)`,
      lacks: cannotText,
      nameKey: members.nameKey,
    })
    .from(lineAccess)
    .innerJoin(members, eq(members.id, lineAccess.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersWithin(viewer, "account.view"), eq(lineAccess.numberId, numberId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
  return turnedByName(found, wish);
}
