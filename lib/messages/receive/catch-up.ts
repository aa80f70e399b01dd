import { sql } from "drizzle-orm";
import { db } from "@/db";
import { carrierHere } from "../../carrier/carrier-here";
import { log } from "../../log";
import { receiveText } from "./receive-text";

type Newest = { e164: string; since: Date };

/**
 * Asks the carrier for what came in while nobody heard it: it tells each text once, and not again. Line by line, since the
 * newest that we hold and ten minutes more; of a line without any since it was added, three days at most.
 */
export async function catchUp(): Promise<void> {
  const carrier = carrierHere();
  if (!carrier || carrier.name === "simulated") return;
  const lines = await db.execute<Newest>(sql`
    select n.e164, greatest(coalesce(newest.at - interval '10 minutes', n.created_at), now() - interval '3 days') as since
    from numbers n left join lateral (
      select m.at from messages m where m.number_id = n.id and m.direction = 'in' order by m.at desc, m.id desc limit 1
    ) newest on true
    where n.disabled_at is null order by n.id`);
  for (const { e164, since } of lines) {
    try {
      const found = await carrier.since(new Date(since), [e164]);
      for (const text of found) await receiveText(carrier, text);
    } catch (error) {
      // The next round asks for the same again.
      log.info("catch-up.failed", { error: error instanceof Error ? error.message.slice(0, 200) : "no answer" });
    }
  }
}
