import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { links, logins, outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany } from "@/tests/support/cast";
import { queueEmail } from "@/tests/support/outbox";
import { sweepHistory } from "./sweep-history";

const ago = (age: string) => sql`now() - ${age}::interval`;

test("logins go after a year, links ninety days after they ended", async () => {
  const { ana } = await makeCompany();
  const { memberId, userId } = ana;
  const device = (age: string) => ({ memberId, address: "::1", userAgent: age, at: ago(age) });
  await writeDb.insert(logins).values(["366 days", "364 days"].map(device));
  const link = (email: string, ends: object) => ({
    tokenHash: Buffer.from(v7()),
    purpose: "reset" as const,
    userId,
    memberId,
    email,
    expiresAt: ago("200 days"),
    ...ends,
  });
  await writeDb
    .insert(links)
    .values([
      link("expired long ago", { revokedAt: ago("199 days") }),
      link("used long ago", { usedAt: ago("91 days") }),
      link("used lately", { usedAt: ago("89 days") }),
      link("alive", { expiresAt: ago("-1 hour") }),
    ]);
  await sweepHistory();
  const left = await writeDb.select({ age: logins.userAgent }).from(logins).where(eq(logins.memberId, memberId));
  expect(left.map(({ age }) => age)).toEqual(["364 days"]);
  const alive = await writeDb.select({ email: links.email }).from(links).where(eq(links.memberId, memberId));
  expect(alive.map(({ email }) => email).sort()).toEqual(["alive", "used lately"]);
});

test("emails go a year after they were queued, but for what waits for a decision", async () => {
  const ids = [];
  for (const set of [
    { state: "sent" as const, createdAt: ago("366 days") },
    { state: "failed" as const, createdAt: ago("366 days"), decidedAt: ago("300 days") },
    { state: "failed" as const, createdAt: ago("366 days") },
    { state: "sent" as const, createdAt: ago("364 days") },
  ]) {
    const id = await queueEmail();
    ids.push(id);
    await writeDb.update(outbox).set(set).where(eq(outbox.id, id));
  }
  await sweepHistory();
  const left = (await writeDb.select({ id: outbox.id }).from(outbox)).map(({ id }) => id);
  expect(ids.map((id) => left.includes(id))).toEqual([false, false, true, true]);
});
