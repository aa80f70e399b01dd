import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups, members, numbers, users } from "@/db/schema";
import { can } from "../access/can";
import { groupsWithin, membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { matching } from "../members/list/search";
import { formatNumber } from "../numbers/format-number";
import { readNumber } from "../numbers/read-number";
import { shownAddress } from "../text/address";
import { searchIn, searchingIn } from "../text/search";

/** `rank`: 0 where its name begins with what was typed, or it is that number, 1 where a word of it does, 2 where it is anywhere else. */
export type Place = { href: string; label: string; note: string; rank: number };

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
  const rank = rankIn(sql`${members.search}`, search);
  const rows = await db
    .select({ id: members.id, name: members.nameKey, email: users.email, rank })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersWithin(viewer, "account.view"), matching(search, viewer)))
    .orderBy(rank, asc(members.nameKey), asc(members.id))
    .limit(MOST);
  const manages = can(viewer, "users.manage");
  return rows.map(({ id, name, email, rank }) => ({
    rank,
    href: manages ? `/admin/users/${id}` : `/admin/users?search=${encodeURIComponent(email)}`,
    label: shownAddress(name),
    note: shownAddress(email),
  }));
}

async function groupsNamed(viewer: Viewer, search: string): Promise<Place[]> {
  const rank = rankIn(sql`search_form(groups.name)`, search);
  const rows = await db
    .select({ id: groups.id, name: groups.name, rank })
    .from(groups)
    .where(and(groupsWithin(viewer, "account.view"), searchingIn(sql`groups.name`, search, viewer)))
    .orderBy(rank, asc(groups.name), asc(groups.id))
    .limit(MOST);
  return rows.map(({ id, name, rank }) => ({ href: `/admin/groups/${id}`, label: name, note: "Group", rank }));
}

async function lines(viewer: Viewer, search: string): Promise<Place[]> {
  const whole = readNumber(search, viewer.country)?.e164 ?? "";
  const rank = sql<number>`case when ${numbers.e164} = ${whole} then 0
    else ${rankIn(sql`search_form(numbers.label)`, search)} end`;
  const named = or(searchingIn(sql`numbers.label`, search, viewer), searchingIn(sql`numbers.e164`, search, viewer));
  const rows = await db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label, rank })
    .from(numbers)
    .innerJoin(groups, eq(groups.id, numbers.groupId))
    .where(and(numbersWithin(viewer, "account.view"), named))
    .orderBy(rank, asc(numbers.label), asc(numbers.id))
    .limit(MOST);
  return rows.map(({ id, e164, label, rank }) => ({
    rank,
    href: `/admin/numbers/${id}`,
    label: formatNumber(e164),
    note: label,
  }));
}

/** @param form as search_form has it. */
function rankIn(form: SQL, search: string) {
  const words = (text: SQL) => sql`' ' || translate(${text}, E'-_./@\\n', '      ')`;
  const at = sql`strpos(${words(form)}, (select ${words(sql`search_form(${search})`)}))`;
  return sql<number>`case ${at} when 1 then 0 when 0 then 2 else 1 end`;
}
