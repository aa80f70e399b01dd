import { connect, once } from "./connect";

const pool = once("read", () => connect({ max: 4, readOnly: true }));
const keeping = once("read by index", () => connect({ max: 1, readOnly: true, keepsPlans: true }));

/** The read handle: PostgreSQL itself refuses a write on it. Writing goes through `change()`. */
export const db = pool.db;

/**
 * The same for what is found by one way whatever the values are, by a key or all of a company's in the order of an index:
 * planned once a connection instead of each time, which costs more than finding it. What a filter or a search narrows is
 * planned for its very values, on `db`. docs/decisions/129.
 */
export const byIndex = keeping.db;

export const closeReads = async () => {
  await Promise.all([pool.client, keeping.client].map((client) => client.end({ timeout: 2 })));
};
