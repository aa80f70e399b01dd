import { and, eq, sql } from "drizzle-orm";
import { consentEvents, optOuts } from "@/db/schema";
import type { WriteTx } from "@/db/write";

export type Customer = { accountId: string; phone: string };

type Said = Omit<typeof consentEvents.$inferInsert, "accountId" | "phone" | "kind" | "at" | "id">;
type Stop = Said & { how: (typeof optOuts.$inferInsert)["how"]; reviewBy?: Date };

/**
 * No more texts to this number, from the next hand-over on, on every line. True if it held before already. Ordinary words
 * (`reviewBy`) hold, too, until somebody has looked; plain ones leave nothing to look at.
 */
export async function optOut(tx: WriteTx, who: Customer, { how, reviewBy, ...said }: Stop): Promise<boolean> {
  const { accountId, phone } = who;
  const [row] = await tx
    .insert(optOuts)
    .values({ accountId, phone, how, reviewBy: reviewBy ?? null })
    .onConflictDoUpdate({
      target: [optOuts.accountId, optOuts.phone],
      set: reviewBy ? { phone } : { reviewBy: null },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  await tx.insert(consentEvents).values({ accountId, phone, kind: reviewBy ? "maybe" : "out", ...said });
  return row?.isNew === false;
}

/** They want texts again, in their own words. True if they had stopped them. */
export async function optIn(tx: WriteTx, { accountId, phone }: Customer, said: Said): Promise<boolean> {
  const gone = await tx
    .delete(optOuts)
    .where(and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone)))
    .returning({ phone: optOuts.phone });
  await tx.insert(consentEvents).values({ accountId, phone, kind: "in", ...said });
  return gone.length > 0;
}
