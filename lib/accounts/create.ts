import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../access/permissions";
import { fullName } from "../access/viewer";
import type { Change } from "../change";

export type NewAccount = {
  company: string;
  timeZone: string;
  admin: { firstName: string; lastName: string; username: string; email: string; passwordHash: string };
};

/** A company with its root group and its first Admin, who is Active at once. */
export async function createAccount(c: Change, { company, timeZone, admin }: NewAccount) {
  const [accountId, rootGroupId, userId, memberId] = [v7(), v7(), v7(), v7()];
  await c.tx.insert(accounts).values({ id: accountId, name: company, timeZone });
  await c.tx.insert(groups).values({ id: rootGroupId, accountId, name: "Main Group" });
  const passwordChangedAt = sql`now()`;
  await c.tx.insert(users).values({ ...admin, id: userId, homeAccountId: accountId, timeZone, passwordChangedAt });
  await c.tx.insert(members).values({ id: memberId, accountId, userId, acceptedAt: sql`now()` });
  const roles = rolesWith("users.manage").map((role) => ({ accountId, memberId, role, groupId: rootGroupId }));
  await c.tx.insert(roleAssignments).values(roles);
  c.record("account.created", { accountId, id: memberId, name: fullName(admin) }, { after: { company, timeZone } });
  return { accountId, rootGroupId, userId, memberId };
}
