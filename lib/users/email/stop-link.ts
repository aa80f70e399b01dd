import { and, eq, gt, gte, isNull, lt, min, or, sql } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Change } from "../../change";
import { issueLink } from "../../links/issue";
import { decideWithLinks } from "../../outbox/decide-lost";

/** To the address that somebody has now, before they get another: from there it can be kept, or taken back. */
export const stopLink = (c: Change, { userId, memberId, email }: { userId: string; memberId: string; email: string }) =>
  issueLink(c, { purpose: "email-stop", userId, memberId, email });

type Wanted = { userId: string; email: string };

const unused = ({ userId }: { userId: string }) =>
  and(eq(links.userId, userId), eq(links.purpose, "email-stop"), isNull(links.usedAt), isNull(links.revokedAt));

/**
 * Since when an address, when it was asked for (now), could take the login back: going there is a return, which the address
 * that it was moved to must not stop. Null: it is a new one.
 */
export async function returnsSince(
  c: Change,
  { askedAt, ...wanted }: Wanted & { askedAt?: Date },
): Promise<Date | null> {
  const at = askedAt ?? sql`now()`;
  const [stop] = await c.tx
    .select({ since: min(links.createdAt) })
    .from(links)
    .where(
      and(
        unused(wanted),
        sql`lower(${links.email}) = lower(${wanted.email})`,
        lt(links.createdAt, at),
        gt(links.expiresAt, at),
      ),
    );
  return stop?.since ?? null;
}

/** Whoever moved the address on could otherwise move it back there. Links to addresses before this one stay. */
export async function revokeLaterStops(c: Change, { since, ...back }: Wanted & { since: Date }): Promise<void> {
  const dead = await c.tx
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(and(unused(back), or(gte(links.createdAt, since), sql`lower(${links.email}) = lower(${back.email})`)))
    .returning({ memberId: links.memberId, purpose: links.purpose });
  await decideWithLinks(c, dead);
}
