import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, numbers, optOuts, unsubscribeLinks } from "@/db/schema";
import { sha256 } from "../crypto";

/** What the page of an unsubscribe link shows; opening it changes nothing. `line`: where they could text START. */
export async function unsubscribePage(token: string) {
  const [link] = await db
    .select({
      company: accounts.name,
      line: numbers.e164,
      hasStopped: sql<boolean>`${optOuts.phone} is not null and ${optOuts.reviewBy} is null`,
    })
    .from(unsubscribeLinks)
    .innerJoin(accounts, eq(accounts.id, unsubscribeLinks.accountId))
    .leftJoin(numbers, eq(numbers.id, unsubscribeLinks.numberId))
    .leftJoin(
      optOuts,
      and(eq(optOuts.accountId, unsubscribeLinks.accountId), eq(optOuts.phone, unsubscribeLinks.phone)),
    )
    .where(eq(unsubscribeLinks.tokenHash, sha256(token)));
  return link;
}
