import type { Sql } from "postgres";

/** Longer than any statement may take: by then nobody waits for the old pool any more. */
const FAREWELL_MS = 15_000;

/**
 * A pool that gives way to a new one as soon as it has lost a connection: postgres.js keeps what it was about to write when
 * one is cut, and reaches nobody by it afterwards. docs/decisions/052 says how we notice that this can go.
 */
export function freshPool(make: (lost: () => void) => Sql): Sql {
  const retired = new Map<Sql, NodeJS.Timeout>();
  const state = { ending: false };
  let current = open();

  function open(): Sql {
    const pool = make(() => retire(pool));
    return pool;
  }

  function retire(pool: Sql) {
    if (pool !== current || state.ending) return;
    current = open();
    const leave = async () => {
      retired.delete(pool);
      await pool.end({ timeout: 5 });
    };
    retired.set(pool, setTimeout(() => void leave().catch(() => undefined), FAREWELL_MS).unref());
  }

  const end: Sql["end"] = async (how) => {
    state.ending = true;
    for (const timer of retired.values()) clearTimeout(timer);
    await Promise.all([current, ...retired.keys()].map((pool) => pool.end(how)));
  };

  return new Proxy(current, {
    get: (_, name) => (name === "end" ? end : Reflect.get(current, name)),
    apply: (_, self, query) => Reflect.apply(current, self, query),
  });
}
