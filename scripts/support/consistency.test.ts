import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, roleAssignments, sessions, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { env } from "@/lib/env";
import { makeCompany, openSession } from "@/tests/support/cast";
import { brokenRules } from "./consistency";

const brokenFor = async (id: string) =>
  (await brokenRules(env().databaseUrl ?? "", 100_000))
    .filter(({ found }) => found.includes(id))
    .map(({ rule }) => rule);

test("a company as the portal makes it breaks no rule", async () => {
  const company = await makeCompany();
  const [west, line] = [await company.group("West"), await company.number()];
  const person = await company.endUser({ groupId: west.id, lines: [line] });
  await openSession(person);
  for (const id of [company.accountId, west.id, person.memberId, person.userId])
    expect(await brokenFor(id)).toEqual([]);
});

test("what does not fit together is named", async () => {
  const company = await makeCompany();
  const [ben, cara] = [await company.endUser(), await company.endUser()];
  await openSession(ben);
  await writeDb.update(members).set({ groupIds: [] }).where(eq(members.id, cara.memberId));
  await writeDb.update(users).set({ passwordHash: null }).where(eq(users.id, cara.userId));
  expect(await brokenFor(cara.memberId)).toEqual([
    "a member's copy of roles and groups is right",
    "whoever is Active can log in",
  ]);
  await writeDb.update(members).set({ disabledAt: sql`now()` }).where(eq(members.id, ben.memberId));
  const [session] = await writeDb.select().from(sessions).where(eq(sessions.memberId, ben.memberId));
  expect(await brokenFor(session?.id ?? "")).toEqual([
    "a session belongs to an Active member, and to that member's user",
  ]);
  await writeDb.delete(roleAssignments).where(eq(roleAssignments.memberId, company.ana.memberId));
  expect(await brokenFor(company.accountId)).toEqual(["an account has an Active Admin at its root"]);
  expect(await brokenFor(company.ana.memberId)).toEqual(["a member has a role"]);
});
