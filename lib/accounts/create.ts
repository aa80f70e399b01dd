import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../access/permissions";
import { fullName } from "../access/viewer";
import type { Change } from "../change";
import { countryOfZone } from "../numbers/countries";

type Company = { company: string; timeZone: string };
type NewAccount = Company & {
  admin: {
    firstName: string;
    lastName: string;
    username: string;
    email: string;
    passwordHash: string;
    locale?: string | null;
  };
};

/** A company with its root group and its first Admin, whose home it is; `passwordAt` in milliseconds. */
export async function createAccount(c: Change, { admin, ...named }: NewAccount) {
  const account = await createCompany(c, named);
  const { timeZone } = named;
  const user = { ...admin, id: v7(), homeAccountId: account.accountId, timeZone, passwordChangedAt: sql`now()` };
  const { userId, passwordChangedAt } = await c.one(
    c.tx.insert(users).values(user).returning({ userId: users.id, passwordChangedAt: users.passwordChangedAt }),
  );
  const memberId = await placeFirstAdmin(c, account, userId);
  const subject = { accountId: account.accountId, id: memberId, name: fullName(admin) };
  c.record("account.created", subject, { after: named });
  return { ...account, userId, memberId, passwordAt: Number(passwordChangedAt) };
}

/** A company with its root group and nobody in it: the same change gives it an Admin. */
export async function createCompany(c: Change, { company, timeZone }: Company) {
  const [accountId, rootGroupId] = [v7(), v7()];
  await c.tx.insert(accounts).values({ id: accountId, name: company, timeZone, country: countryOfZone(timeZone) });
  await c.tx.insert(groups).values({ id: rootGroupId, accountId, name: "Main Group" });
  return { accountId, rootGroupId };
}

type Account = { accountId: string; rootGroupId: string };

/** Active at once, with every right at the root. */
export async function placeFirstAdmin(c: Change, { accountId, rootGroupId }: Account, userId: string) {
  const memberId = v7();
  await c.tx.insert(members).values({ id: memberId, accountId, userId, acceptedAt: sql`now()` });
  const roles = rolesWith("users.manage").map((role) => ({ accountId, memberId, role, groupId: rootGroupId }));
  await c.tx.insert(roleAssignments).values(roles);
  return memberId;
}
