import { and, type SQL, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { byIndex } from "@/db";
import { campaigns, contacts, conversations, groups, members, numbers } from "@/db/schema";
import { can, holdsEverywhere } from "../access/can";
import {
  campaignsWithin,
  contactsWithin,
  conversationsWithin,
  groupsWithin,
  membersWithin,
  numbersWithin,
} from "../access/scope";
import type { Viewer } from "../access/viewer";
import { CAMPAIGNS } from "../campaigns/campaigns-query";
import { CONTACTS } from "../contacts/contacts-query";
import { isListed } from "../contacts/managed-contacts";
import { among } from "../id-list";
import type { Entry } from "./list";

/** Where events lead: the pages of whom and what they name, as far as it still exists and the viewer may open it. */
export type Pages = Readonly<Record<string, string>>;

export async function pagesOf(viewer: Viewer, entries: readonly Entry[]): Promise<Pages> {
  const named = entries.flatMap(({ actorId, subjectId, others }) => [
    actorId,
    subjectId,
    ...others.map(({ id }) => id),
  ]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  const found = ids.length > 0 ? await pagesAmong(viewer, ids) : [];
  const company = holdsEverywhere(viewer, "company.manage") ? [[viewer.accountId, "/admin/company"] as const] : [];
  return Object.fromEntries([...company, ...found.map(({ id, under }) => [id, `${under}/${id}`] as const)]);
}

function pagesAmong(viewer: Viewer, ids: string[]) {
  const ofThose = (id: PgColumn, where: SQL | undefined) => and(where, among(id, ids));
  return unionAll(
    byIndex
      .select({ id: members.id, under: sql<string>`'/admin/users'` })
      .from(members)
      .where(ofThose(members.id, membersWithin(viewer, "users.manage"))),
    byIndex
      .select({ id: groups.id, under: sql<string>`'/admin/groups'` })
      .from(groups)
      .where(ofThose(groups.id, groupsWithin(viewer, "account.view"))),
    byIndex
      .select({ id: numbers.id, under: sql<string>`'/admin/numbers'` })
      .from(numbers)
      .where(ofThose(numbers.id, numbersWithin(viewer, "account.view"))),
    byIndex
      .select({ id: conversations.id, under: sql<string>`'/inbox'` })
      .from(conversations)
      .where(ofThose(conversations.id, conversationsWithin(viewer, "messages.read"))),
    byIndex
      .select({ id: campaigns.id, under: sql<string>`${CAMPAIGNS}` })
      .from(campaigns)
      .where(ofThose(campaigns.id, campaignsWithin(viewer))),
    byIndex
      .select({ id: contacts.id, under: sql<string>`${CONTACTS}` })
      .from(contacts)
      .where(ofThose(contacts.id, can(viewer, "messages.read") ? and(contactsWithin(viewer), isListed) : sql`false`)),
  );
}
