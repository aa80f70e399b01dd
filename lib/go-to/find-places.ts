import { and, asc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups, members, numbers, users } from "@/db/schema";
import { can } from "../access/can";
import { groupsWithin, membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { matching } from "../members/list/search";
import { formatNumber } from "../numbers/format-number";
import { shownAddress } from "../text/address";
import { searchIn, searchingIn } from "../text/search";

export type Place = { href: string; label: string; note: string };

/** More than these nobody reads; who looks for somebody types on. */
const MOST = 6;

/** People, groups and numbers by any part of their names, as far as the viewer sees them. Nothing is found for nothing. */
export async function findPlaces(viewer: Viewer, typed: string): Promise<Place[]> {
  const search = searchIn(typed);
  if (search === "" || !can(viewer, "account.view")) return [];
  const found = await Promise.all([people(viewer, search), groupsNamed(viewer, search), lines(viewer, search)]);
  return found.flat();
}

async function people(viewer: Viewer, search: string): Promise<Place[]> {
  const rows = await db
    .select({ id: members.id, name: members.nameKey, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersWithin(viewer, "account.view"), matching(search, viewer)))
    .orderBy(asc(members.nameKey), asc(members.id))
    .limit(MOST);
  const manages = can(viewer, "users.manage");
  return rows.map(({ id, name, email }) => ({
    href: manages ? `/admin/users/${id}` : `/admin/users?search=${encodeURIComponent(email)}`,
    label: shownAddress(name),
    note: shownAddress(email),
  }));
}

async function groupsNamed(viewer: Viewer, search: string): Promise<Place[]> {
  const rows = await db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(groupsWithin(viewer, "account.view"), searchingIn(sql`groups.name`, search, viewer)))
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(MOST);
  return rows.map(({ id, name }) => ({ href: `/admin/groups/${id}`, label: name, note: "Group" }));
}

async function lines(viewer: Viewer, search: string): Promise<Place[]> {
  const named = or(searchingIn(sql`numbers.label`, search, viewer), searchingIn(sql`numbers.e164`, search, viewer));
  const rows = await db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .innerJoin(groups, eq(groups.id, numbers.groupId))
    .where(and(numbersWithin(viewer, "account.view"), named))
    .orderBy(asc(numbers.label), asc(numbers.id))
    .limit(MOST);
  return rows.map(({ id, e164, label }) => ({ href: `/admin/numbers/${id}`, label: formatNumber(e164), note: label }));
}
