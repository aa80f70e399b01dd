import { connect, once } from "./connect";

const pool = once("read", () => connect({ max: 6, readOnly: true }));

/** The read handle: PostgreSQL itself refuses a write on it. Writing goes through `change()`. */
export const db = pool.db;

export const closeReads = () => pool.client.end({ timeout: 2 });
