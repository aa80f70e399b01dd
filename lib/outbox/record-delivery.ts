import { sql } from "drizzle-orm";
import { deliveries } from "@/db/schema";
import { keepBooks } from "../change";
import type { Delivered } from "../email/read-webhook";
import { emails as metrics } from "../metrics";

/**
 * Writes down what became of an email. News comes twice and out of order: what is further along the way (delayed,
 * delivered, bounced, complained, failed, in the order of the type) never gives way to what was before it, and each
 * step is counted once.
 */
export async function recordDelivery(news: Delivered): Promise<void> {
  const changed = await keepBooks((tx) =>
    tx
      .insert(deliveries)
      .values(news)
      .onConflictDoUpdate({
        target: deliveries.providerId,
        set: { state: sql`excluded.state`, reason: sql`excluded.reason`, at: sql`excluded.at` },
        setWhere: sql`excluded.state > ${deliveries.state}`,
      })
      .returning({ state: deliveries.state }),
  );
  for (const { state } of changed) metrics.inc({ state });
}
