import type { Sql } from "postgres";

/** Seconds in which what is under way on other connections may end. */
const FAREWELL = 0.25;

/**
 * A pool that gives way to a new one as soon as it has lost a connection: postgres.js keeps what it was about to write when
 * one is cut, and what it has read of an answer, and who waits would get an answer without its first rows. So nobody is
 * served by a connection that comes back. docs/decisions/052 says how we notice that this can go.
 */
export function freshPool(make: (lost: () => void) => Sql): Sql {
  const leaving = new Set<Promise<void>>();
  const state = { ending: false };
  let current = open();

  function open(): Sql {
    const pool = make(() => retire(pool));
    return pool;
  }

  function retire(pool: Sql) {
    if (pool !== current || state.ending) return;
    current = open();
    const left = pool
      .end({ timeout: FAREWELL })
      .catch(() => undefined)
      .finally(() => leaving.delete(left));
    leaving.add(left);
  }

  const end: Sql["end"] = async (how) => {
    state.ending = true;
    await Promise.all([current.end(how), ...leaving]);
  };

  return new Proxy(current, {
    get: (_, name) => (name === "end" ? end : Reflect.get(current, name)),
    apply: (_, self, query) => Reflect.apply(current, self, query),
  });
}
