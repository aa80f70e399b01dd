import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { campaigns, groups, links, members, numbers, users } from "@/db/schema";
import { createAccount } from "@/lib/accounts/create";
import { hashPassword } from "@/lib/auth/password/hash-password";
import { type Change, change, keepBooks } from "@/lib/change";
import { issueLink } from "@/lib/links/issue";
import type { Purpose } from "@/lib/links/purposes";
import { UNDER_WAY } from "../demo/running";
import { makeBatches } from "./batches";
import { customersPages } from "./customers";

export type ScreenWorld = Awaited<ReturnType<typeof makeWorld>>;

export const NEWCOMER = "newcomer";

/** What the pages want beside the demo: links that are alive and expired, an address that waits, an empty company; and that nothing moves. */
export async function makeWorld(password: string) {
  const passwordHash = await hashPassword(password);
  const people = { ana: "admin", active: "dgrant", pending: "emil", disabled: "noor", expired: "kasia" };
  const found = {
    ana: await personNamed(people.ana),
    active: await personNamed(people.active),
    pending: await personNamed(people.pending),
    disabled: await personNamed(people.disabled),
    expired: await personNamed(people.expired),
  };
  const made = await change({ kind: "system", name: "Screens" }, undefined, async (c) => {
    const admin = { firstName: "Nia", lastName: "Sole", username: NEWCOMER, email: "nia@sole.example", passwordHash };
    const { accountId } = await createAccount(c, { company: "Sole Trader", timeZone: "Europe/London", admin });
    await c.tx.update(campaigns).set({ state: "paused" }).where(eq(campaigns.name, UNDER_WAY));
    const expired = await link(c, found.expired, "invitation");
    await c.tx
      .update(links)
      .set({ expiresAt: sql`now() - interval '1 hour'` })
      .where(and(eq(links.memberId, found.expired.memberId), sql`${links.revokedAt} is null`));
    return {
      expired,
      join: await link(c, await guest(c, accountId), "invitation"),
      reset: await link(c, found.active, "reset"),
      invitation: await link(c, found.pending, "invitation"),
      email: await link(c, found.ana, "email-change", "ana.ruiz@harbordental.example"),
    };
  });
  const [desk] = await db.select({ id: numbers.id }).from(numbers).where(eq(numbers.label, "Front desk"));
  const [west] = await db.select({ id: groups.id }).from(groups).where(eq(groups.name, "West"));
  return {
    withoutViews,
    links: made,
    batches: await makeBatches(found.ana, { invited: found.pending, failed: found.expired }),
    customers: await customersPages(),
    groups: { west: west?.id ?? "" },
    numbers: { desk: desk?.id ?? "" },
    members: {
      ana: found.ana.memberId,
      active: found.active.memberId,
      pending: found.pending.memberId,
      disabled: found.disabled.memberId,
    },
  };
}

/** For as long as it works, pages with saved views fail. */
async function withoutViews(work: () => Promise<void>) {
  const call = (now: string, then: string) =>
    keepBooks((tx) => tx.execute(sql`alter table ${sql.identifier(now)} rename to ${sql.identifier(then)}`));
  await call("saved_views", "saved_views_away");
  await work().finally(() => call("saved_views_away", "saved_views"));
}

/** Benedikt, invited by the empty company. */
async function guest(c: Change, accountId: string): Promise<Person> {
  const { userId } = await personNamed("benedikt");
  const memberId = v7();
  await c.tx.insert(members).values({ id: memberId, accountId, userId });
  return { userId, memberId };
}

type Person = Pick<Awaited<ReturnType<typeof personNamed>>, "userId" | "memberId">;

async function personNamed(username: string) {
  const [person] = await db
    .select({ userId: users.id, memberId: members.id, accountId: members.accountId })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(eq(users.username, username));
  if (!person) throw new Error(`the demo has no ${username}`);
  return person;
}

/** As a path: the origin is the one that the browser is on anyway. */
async function link(c: Change, { userId, memberId }: Person, purpose: Purpose, email?: string): Promise<string> {
  const url = new URL(await issueLink(c, { purpose, userId, memberId, ...(email && { email }) }));
  return `${url.pathname}${url.search}`;
}
