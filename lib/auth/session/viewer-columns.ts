import { sql } from "drizzle-orm";
import { accounts, groups, members, users } from "@/db/schema";
import { assignmentsHeld } from "../../access/assignments-held";

/** What makes a viewer of a member. For queries that join members, users, accounts and the account's root group. */
export const viewerColumns = {
  userId: users.id,
  memberId: members.id,
  accountId: accounts.id,
  accountName: accounts.name,
  rootGroupId: groups.id,
  firstName: users.firstName,
  lastName: users.lastName,
  timeZone: users.timeZone,
  country: accounts.country,
  locale: users.locale,
  clock: users.clock,
  weekStart: users.weekStart,
  letterKeys: users.letterKeys,
  products: members.products,
  assignments: assignmentsHeld,
  isElsewhereToo: sql<boolean>`exists (select from members other where other.user_id = ${users.id}
    and other.id <> ${members.id} and other.status = 'Active')`,
};
