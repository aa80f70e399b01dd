import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db";
import { accounts, groups } from "@/db/schema";
import { createAccount } from "@/lib/accounts/create";
import { change } from "@/lib/change";

/** The company of that name, or without a name the first; made, with an Admin, where there is none. */
export async function companyToSeed(named: string | undefined, passwordHash: string) {
  const found = await find(named);
  if (found) return { ...found, admin: undefined };
  const name = named ?? "Seeded Company";
  const admin = { username: `admin.${Date.now().toString(36)}`, firstName: "Sam", lastName: "Okoro" };
  await change({ kind: "system", name: "Seed" }, undefined, (c) =>
    createAccount(c, {
      company: name,
      timeZone: "America/Los_Angeles",
      admin: { ...admin, email: `${admin.username}@people.example`, passwordHash },
    }),
  );
  const made = await find(name);
  if (!made) throw new Error("the company that was just made is not there");
  return { ...made, admin: admin.username };
}

async function find(name: string | undefined) {
  const [account] = await db
    .select({ id: accounts.id, name: accounts.name, rootGroupId: groups.id })
    .from(accounts)
    .innerJoin(groups, and(eq(groups.accountId, accounts.id), isNull(groups.parentId)))
    .where(name === undefined ? undefined : eq(accounts.name, name))
    .orderBy(asc(accounts.createdAt))
    .limit(1);
  return account;
}
