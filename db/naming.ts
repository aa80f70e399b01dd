import { type SQL, sql } from "drizzle-orm";
import type { Sql } from "postgres";

/** A name is kept by both ends of each connection until it closes, so texts of many shapes must not pile up. */
const MOST = 500;

/** Gives every statement a name, by which a connection takes it a second time without reading, judging and planning it anew. */
export function naming(pool: Sql): Sql {
  const named = new Set<string>();
  const takesName = (text: string) => named.has(text) || (named.size < MOST && named.add(text).has(text));
  const unsafe: Sql["unsafe"] = (text, values, how) => pool.unsafe(text, values, { ...how, prepare: takesName(text) });
  return new Proxy(pool, { get: (_, name) => (name === "unsafe" ? unsafe : Reflect.get(pool, name)) });
}

/** The same for one statement of a change, which finds or writes by keys, in so many words each time. */
export const byKey = <T>(statement: { prepare: (name: string) => { execute: () => Promise<T> } }): Promise<T> =>
  statement.prepare("by key").execute();

/** A number that stands in a statement's own words: of a limit that is only given to it PostgreSQL takes a tenth of all to be wanted. */
export const literal = (value: number): SQL => sql.raw(String(value));
