import { sql } from "drizzle-orm";
import type { WriteTx } from "@/db/write";
import { keepGate } from "../../change";
import { sqlState } from "../../constraints";
import { log } from "../../log";
import { GATE_LOCK } from "./gate-lock";

/** So long a pause waits for workers: one that stands at the gate for longer is stuck, and has nothing more to hand over. */
const PATIENCE = "3s";

/** All workers at once claim here and begin to hand over, as long as nobody closes it. */
export const atGate = <T>(work: () => Promise<T>): Promise<T> =>
  keepGate(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${GATE_LOCK})`);
    return work();
  });

/**
 * Until this transaction ends no worker claims, and what was claimed before has reached the carrier: so what it decides
 * about texts that wait holds from its commit on.
 */
export async function closeGate(tx: WriteTx): Promise<void> {
  const closing = tx.transaction(async (inner) => {
    await inner.execute(sql`select set_config('lock_timeout', ${PATIENCE}, true)`);
    await inner.execute(sql`select pg_advisory_xact_lock(${GATE_LOCK})`);
    await inner.execute(sql`select set_config('lock_timeout', '0', true)`);
  });
  await closing.catch((error: unknown) => {
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
    log.error("texts.stuck", "a worker has held texts in its hands for long; a pause did not wait for it");
  });
}

const LOCK_NOT_AVAILABLE = "55P03";
