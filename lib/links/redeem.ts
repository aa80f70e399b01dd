import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { accounts, links, members, users } from "@/db/schema";
import type { Change, Subject } from "../change";
import { sha256 } from "../crypto";
import { nameOf } from "../members/guest-privacy";
import { decideWithLinks } from "../outbox/decide-lost";
import { deadLink } from "./dead-link";
import type { Purpose } from "./purposes";

export type Redeemer = Awaited<ReturnType<typeof redeemLink>>;

/**
 * Uses a link up, in the transaction of what it allows, and answers whose it was. The person is locked first, as in every
 * change of them; then one statement, so that of twenty at once one wins.
 */
export async function redeemLink(c: Change, purpose: Purpose, token: string) {
  const theirs = and(eq(links.tokenHash, sha256(token)), eq(links.purpose, purpose));
  const [person] = await c.tx
    .select({
      memberId: members.id,
      accountId: members.accountId,
      company: accounts.name,
      status: members.status,
      userId: users.id,
      homeAccountId: users.homeAccountId,
      firstName: users.firstName,
      lastName: users.lastName,
      username: users.username,
      email: users.email,
      timeZone: users.timeZone,
      passwordHash: users.passwordHash,
      newEmail: links.email,
      linkMadeAt: links.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(links, eq(links.memberId, members.id))
    .where(theirs)
    .for("no key update", { of: [members, users] });
  const [used] = await c.tx
    .update(links)
    .set({ usedAt: sql`now()` })
    .where(and(theirs, isNull(links.usedAt), isNull(links.revokedAt), gt(links.expiresAt, sql`now()`)))
    .returning({ memberId: links.memberId, purpose: links.purpose });
  if (!person || !used) throw deadLink();
  await decideWithLinks(c, [used]);
  return person;
}

export const subjectOf = (person: Redeemer): Subject => ({
  accountId: person.accountId,
  id: person.memberId,
  name: nameOf(person),
});
