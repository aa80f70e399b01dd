import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { lineAccess, members, roleAssignments } from "@/db/schema";
import { logIn } from "@/lib/auth/log-in";
import { hashPassword } from "@/lib/auth/password/hash-password";
import { makeCompany, PASSWORD, visitor } from "@/tests/support/cast";
import { countsOf } from "@/tests/support/rows";
import { seedCompany } from "./support/seed/company";

test("a company is filled with people as the portal would have made them", async () => {
  const company = await makeCompany();
  const { accountId: id, name, rootGroupId } = company;
  const told: number[] = [];
  const progress = (done: number) => void told.push(done);
  await seedCompany({
    account: { id, name, rootGroupId },
    users: 2000,
    passwordHash: await hashPassword(PASSWORD),
    progress,
  });
  expect(told).toEqual([2000]);

  const counts = await countsOf(company);
  expect((counts?.active ?? 0) + (counts?.pending ?? 0) + (counts?.disabled ?? 0)).toBe(2001);
  expect(counts?.active).toBeGreaterThan(1800);
  const here = eq(members.accountId, id);
  const [seen] = await db
    .select({
      people: sql<number>`count(*)::int`,
      directory: sql<number>`count(*) filter (where name_key <> '' and email_key <> '' and search <> '')::int`,
      counted: sql<number>`count(*) filter (where status = 'Active')::int`,
      roles: sql<number>`(select count(*)::int from ${roleAssignments} a where a.account_id = ${id})`,
      lines: sql<number>`(select count(*)::int from ${lineAccess} l where l.account_id = ${id})`,
    })
    .from(members)
    .where(here);
  expect(seen).toMatchObject({ people: 2001, directory: 2001, counted: counts?.active, roles: 2001 });
  expect(seen?.lines).toBeGreaterThan(2000);
  const [somebody] = await db
    .select({ email: members.emailKey })
    .from(members)
    .where(and(here, sql`search like '%people.example%' and status = 'Active'`))
    .limit(1);
  expect(await logIn(visitor(), { identifier: somebody?.email, password: PASSWORD, next: "/" })).toHaveProperty(
    "token",
  );
});
