import { sql } from "drizzle-orm";
import type { Carrier } from "../../carrier/carrier";
import { keepBooks } from "../../change";
import { log } from "../../log";
import { recordState } from "../record-state";

type Silent = { id: string; carrierId: string };

/** Asks what became of a text that the carrier has been silent about, rarer each time. False when there is none. */
export async function askNext(carrier: Carrier): Promise<boolean> {
  const waits = sql.param([...carrier.asksAfter]);
  const [silent] = await keepBooks((tx) =>
    tx.execute<Silent>(sql`
      update texts set attempts = attempts + 1,
        next_at = now() + make_interval(secs => (${waits}::float8[])[least(attempts + 2, ${carrier.asksAfter.length}::int)])
      where message_id = (select message_id from texts where carrier_id is not null and next_at <= now()
        order by next_at limit 1 for update skip locked)
      returning message_id as id, carrier_id as "carrierId"`),
  );
  if (!silent) return false;
  try {
    await recordState({ messageId: silent.id, ...(await carrier.ask(silent.carrierId)) });
  } catch (error) {
    log.info("text.unasked", { messageId: silent.id, error: String(error).slice(0, 200) });
  }
  return true;
}
