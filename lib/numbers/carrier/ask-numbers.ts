import { sql } from "drizzle-orm";
import { carrierNumbers } from "@/db/schema";
import { carrierHere } from "../../carrier/carrier-here";
import { keepBooks } from "../../change";
import { log } from "../../log";

/** No number: that it has said which it has, if only that there is none. */
const SAID = { e164: "", webhook: null, canText: false };

/** Asks the carrier which numbers it has, and where it brings what comes in to them. Without an answer the last one stays. */
export async function askNumbers(): Promise<void> {
  const carrier = carrierHere();
  if (!carrier || carrier.name === "simulated") return;
  try {
    const found = [SAID, ...(await carrier.numbers())];
    await keepBooks(async (tx) => {
      const asked = { askedAt: sql`now()` };
      for (const each of found)
        await tx
          .insert(carrierNumbers)
          .values(each)
          .onConflictDoUpdate({ target: carrierNumbers.e164, set: { ...each, ...asked } });
      const theirs = sql.param(found.map(({ e164 }) => e164));
      await tx.delete(carrierNumbers).where(sql`${carrierNumbers.e164} <> all(${theirs}::text[])`);
    });
  } catch (error) {
    log.info("numbers.unasked", { error: error instanceof Error ? error.message.slice(0, 200) : "no answer" });
  }
}
