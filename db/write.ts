import { connect, type Database, once } from "./connect";

const pool = once("write", () => connect({ max: 4, readOnly: false }));

/** The write handle. Only `lib/change.ts` and the outbox worker may import it. */
export const writeDb = pool.db;

/** For LISTEN, which needs a connection of its own. */
export const writeClient = pool.client;

export type WriteTx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export const closeWrites = () => pool.client.end({ timeout: 2 });
