import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { links, members } from "@/db/schema";
import type { Change } from "../change";
import { among, idsOf } from "../id-list";
import { decideWithLinks } from "../outbox/decide-lost";
import type { Purpose } from "./purposes";

type Dying = { memberIds: readonly string[]; purposes?: readonly Purpose[] };

/**
 * Kills what is alive: some kinds, or every kind, of these memberships, and answers what died. Locks the members first, so that two who issue a
 * link for the same person take turns.
 */
export async function revokeLinks(c: Change, { memberIds, purposes }: Dying): Promise<{ id: string }[]> {
  await c.tx
    .select({ id: members.id })
    .from(members)
    .where(among(members.id, memberIds))
    .orderBy(asc(members.id))
    .for("no key update");
  const dead = await c.tx
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        among(links.memberId, memberIds),
        purposes && inArray(links.purpose, [...purposes]),
        isNull(links.usedAt),
        isNull(links.revokedAt),
      ),
    )
    .returning({ id: links.id, memberId: links.memberId, purpose: links.purpose });
  await decideWithLinks(c, dead);
  return dead;
}

/** The same for logins: links of these kinds die in every account that the people are in. */
export async function revokeLinksOfUsers(
  c: Change,
  { userIds, purposes }: { userIds: readonly string[]; purposes: readonly Purpose[] },
) {
  const theirs = await c.tx.select({ id: members.id }).from(members).where(among(members.userId, userIds));
  return revokeLinks(c, { memberIds: idsOf(theirs), purposes });
}
