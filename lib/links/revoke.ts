import { and, eq, isNull, sql } from "drizzle-orm";
import { links, members } from "@/db/schema";
import type { Change } from "../change";
import type { Purpose } from "./issue";

/**
 * Kills what is alive: one kind, or every kind, of one membership. Locks the member first, so that two who issue a link
 * for the same person take turns.
 */
export async function revokeLinks(c: Change, { memberId, purpose }: { memberId: string; purpose?: Purpose }) {
  await c.tx.select({ id: members.id }).from(members).where(eq(members.id, memberId)).for("no key update");
  await c.tx
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(links.memberId, memberId),
        purpose && eq(links.purpose, purpose),
        isNull(links.usedAt),
        isNull(links.revokedAt),
      ),
    );
}
