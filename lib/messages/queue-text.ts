import { sql } from "drizzle-orm";
import { texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { OUTBOX_CHANNEL } from "../outbox/enqueue";

type Queued = Omit<
  typeof texts.$inferInsert,
  "lease" | "attempts" | "unknownSince" | "searchedAt" | "parkedAt" | "carrierId"
>;

/** Puts a text on its way in the transaction that wrote its message, and wakes the worker: to be asked in this order, and at once. */
export const toQueue = (tx: WriteTx, text: Queued) => [tx.insert(texts).values(text), wakeSender(tx)] as const;

/** Emails and texts are sent by one worker, which hears of both. */
export const wakeSender = (tx: WriteTx) => tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
