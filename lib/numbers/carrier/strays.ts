import { desc, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { inboundStrays } from "@/db/schema";
import { holdsEverywhere } from "../../access/can";
import type { Viewer } from "../../access/viewer";

/**
 * Texts to numbers that are nobody's here, or from nobody to one's own, newest first, for who adds numbers to the whole company.
 * Where companies share a server nobody knows whose the former are: then who wrote, and what, is shown to none.
 */
export async function listStrays(viewer: Viewer) {
  if (!holdsEverywhere(viewer, "numbers.manage")) return [];
  const isAlone = sql`(select count(*) from (select from accounts limit 2) few) = 1`;
  const isOwn = sql`exists (select from numbers n where n.e164 = ${inboundStrays.toPhone} and n.account_id = ${viewer.accountId})`;
  return byIndex
    .select({
      id: inboundStrays.id,
      to: inboundStrays.toPhone,
      at: inboundStrays.at,
      isOwn: sql<boolean>`${isOwn}`,
      from: sql<string | null>`case when ${isAlone} or ${isOwn} then ${inboundStrays.fromPhone} end`,
      body: sql<string | null>`case when ${isAlone} or ${isOwn} then ${inboundStrays.body} end`,
    })
    .from(inboundStrays)
    .where(
      sql`not exists (select from numbers n where n.e164 = ${inboundStrays.toPhone}) or (${inboundStrays.fromPhone} = '' and ${isOwn})`,
    )
    .orderBy(desc(inboundStrays.at), desc(inboundStrays.id))
    .limit(50);
}
