import { connect, type Database, once } from "./connect";
import { listener } from "./listen";

const pool = once("write", () => connect({ max: 4, readOnly: false }));

/** The write handle. Only `lib/change.ts` and the outbox worker may import it. */
export const writeDb = pool.db;

const keeping = once("lease", () => connect({ max: 1, readOnly: false }));

/** For the worker's leases alone, which must be renewed in time however many wait for the other connections. */
export const leaseDb = keeping.db;

const atGate = once("gate", () => connect({ max: 2, readOnly: false }));

/** For the worker's lanes of texts, one each: it is held while they hand over, and asks for nothing meanwhile. */
export const gateDb = atGate.db;

export type WriteTx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export const closeWrites = async () => {
  await Promise.all([pool.client, listener, keeping.client, atGate.client].map((client) => client.end({ timeout: 2 })));
};
