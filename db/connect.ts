import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;

/**
 * A pool that fails fast and comes back by itself: two seconds to connect, no growing wait between attempts,
 * ten seconds a statement. Nothing connects before the first query, so building needs no database.
 */
export function connect(options: { max: number; readOnly: boolean }) {
  const client = postgres(env().databaseUrl ?? "", {
    max: options.max,
    connect_timeout: 2,
    idle_timeout: 60,
    backoff: () => 0.25,
    onnotice: () => {},
    connection: {
      application_name: "lineup",
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      default_transaction_read_only: options.readOnly,
    },
  });
  return { client, db: drizzle(client, { schema }) };
}

/** One pool a process, also when the development server loads a module twice. */
export function once<T>(name: string, make: () => T): T {
  const kept = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`lineup.${name}`);
  kept[key] ??= make();
  return kept[key];
}
