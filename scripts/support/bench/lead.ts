import { and, asc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "@/lib/access/permissions";
import { change } from "@/lib/change";

type Login = { username: string; passwordHash: string };

/** Somebody who manages the people of one group, three levels below the root: some one in eighty of the company. */
export const addLead = (account: { id: string; name: string }, { username, passwordHash }: Login) =>
  change({ kind: "system", name: "Bench" }, undefined, async (c) => {
    const { id: accountId, name } = account;
    const deep = and(eq(groups.accountId, accountId), sql`cardinality(${groups.path}) = 3`);
    const group = await c.one(c.tx.select({ id: groups.id }).from(groups).where(deep).orderBy(asc(groups.id)).limit(1));
    const [userId, memberId] = [v7(), v7()];
    const email = `${username}@bench.example`;
    const person = { firstName: "Lea", lastName: "Bench", username, email, timeZone: "UTC", passwordHash };
    const now = sql`now()`;
    await c.tx.insert(users).values({ ...person, id: userId, homeAccountId: accountId, passwordChangedAt: now });
    await c.tx.insert(members).values({ id: memberId, accountId, userId, acceptedAt: now });
    const held = rolesWith("users.manage").map((role) => ({ accountId, memberId, role, groupId: group.id }));
    await c.tx.insert(roleAssignments).values(held);
    c.record("member.added", { accountId, id: memberId, name });
  });
