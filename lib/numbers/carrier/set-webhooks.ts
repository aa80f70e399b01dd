import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { carrierNumbers, numbers, webhookAsks } from "@/db/schema";
import type { Carrier } from "../../carrier/carrier";
import { carrierHere } from "../../carrier/carrier-here";
import { webhookAddress } from "../../carrier/webhook-address";
import { keepBooks } from "../../change";

/** Does what was asked for on numbers' pages. Twice is as good as once. */
export async function setWebhooks(): Promise<void> {
  const carrier = carrierHere();
  if (!carrier) return;
  const asked = await db
    .select({ id: numbers.id, e164: numbers.e164 })
    .from(webhookAsks)
    .innerJoin(numbers, eq(numbers.id, webhookAsks.numberId))
    .where(isNull(webhookAsks.error))
    .orderBy(webhookAsks.askedAt)
    .limit(20);
  for (const number of asked) await setOne(carrier, number);
}

async function setOne(carrier: Carrier, { id, e164 }: { id: string; e164: string }): Promise<void> {
  const webhook = webhookAddress();
  const error = await carrier.setWebhook(e164, webhook).then(
    () => null,
    (reason: unknown) => (reason instanceof Error ? reason.message.slice(0, 200) : "no answer"),
  );
  await keepBooks(async (tx) => {
    if (error !== null) {
      await tx.update(webhookAsks).set({ error }).where(eq(webhookAsks.numberId, id));
      return;
    }
    await tx.delete(webhookAsks).where(and(eq(webhookAsks.numberId, id), isNull(webhookAsks.error)));
    const known = { webhook, canText: true, askedAt: sql`now()` };
    await tx
      .insert(carrierNumbers)
      .values({ e164, ...known })
      .onConflictDoUpdate({ target: carrierNumbers.e164, set: { webhook } });
  });
}
