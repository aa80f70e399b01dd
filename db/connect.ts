import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { freshPool } from "./fresh-pool";
import { naming } from "./naming";
import { inOneTrip } from "./one-trip";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;

type Options = {
  max: number;
  readOnly: boolean;
  /** Statements have names, and each connection plans one once: see `byIndex`. */
  keepsPlans?: true;
};

/**
 * A pool that fails fast and comes back by itself: two seconds to connect, no growing wait between attempts,
 * ten seconds a statement. Nothing connects before the first query, so building needs no database.
 */
export function connect(options: Options) {
  const client = freshPool((lost) => {
    // A pool that is lost ends soon: whatever it still tries to reach, it tries at once.
    const pool = postgres(env().databaseUrl ?? "", { ...settings(options), backoff: () => 0, onclose: lost });
    // Dates as texts, which drizzle asks of each client that it is given.
    drizzle(pool);
    return options.keepsPlans ? naming(pool) : inOneTrip(pool);
  });
  return { client, db: drizzle(client, { schema }) };
}

/** For LISTEN alone, which connects by itself, again and again. */
export const connectListener = () => postgres(env().databaseUrl ?? "", settings({ max: 1, readOnly: true }));

const settings = ({ max, readOnly, keepsPlans }: Options) => ({
  max,
  connect_timeout: 2,
  // A pool is replaced when one of its connections goes, and takes the others with it: they go for a reason only.
  idle_timeout: 0,
  max_lifetime: null,
  backoff: () => 0.25,
  onnotice: () => {},
  connection: {
    application_name: "lineup",
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    default_transaction_read_only: readOnly,
    ...(keepsPlans && { plan_cache_mode: "force_generic_plan" }),
  },
});

/** One pool a process, also when the development server loads a module twice. */
export function once<T>(name: string, make: () => T): T {
  const kept = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`lineup.${name}`);
  kept[key] ??= make();
  return kept[key];
}
