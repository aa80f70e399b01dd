import type { Sql, TransactionSql } from "postgres";

/** What PostgreSQL reads as it is written, whatever type stands in that place. Others keep postgres.js's own way. */
type Plain = string | number | null;
type Sent = Plain | readonly Plain[] | Uint8Array;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "string" || typeof value === "number" || value === null;
const isSent = (value: unknown): value is Sent =>
  isPlain(value) || value instanceof Uint8Array || (Array.isArray(value) && value.every(isPlain));

const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const itemOf = (value: Plain) => (typeof value === "string" ? quoted(value) : String(value));

function written(value: Sent): string | null {
  if (value === null) return null;
  if (typeof value !== "object") return String(value);
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return `{${value.map(itemOf).join(",")}}`;
}

type Unsafe = Sql["unsafe"];
type Within = (tx: TransactionSql) => unknown;

/**
 * A statement in one question and one answer: postgres.js asks what the parameters are and waits before it writes them, and
 * ours need no asking. docs/decisions/130 says what is relied upon.
 */
export function inOneTrip(pool: Sql): Sql {
  const { begin } = pool;
  const within =
    (work: Within): Within =>
    (tx) => {
      const { savepoint } = tx;
      const own = (inner: Within) => savepoint(within(inner));
      return work(Object.assign(tx, { unsafe: oneTrip(tx.unsafe, {}), savepoint: own }));
    };
  return Object.assign(pool, {
    // Who shares a pool waits for a connection that is free, and not behind a slow statement of somebody else.
    unsafe: oneTrip(pool.unsafe, { onexecute: () => false }),
    begin: (work: Within) => begin(within(work)),
  });
}

function oneTrip(unsafe: Unsafe, how: object): Unsafe {
  const asked = (words: string, values: unknown[] = [], options = {}) => {
    const isNamed = "prepare" in options && options.prepare === true;
    if (values.length === 0 || isNamed || !values.every(isSent)) return unsafe(words, values as never, options);
    const sending: object = { ...options, ...how, simple: false };
    const query = unsafe(words, [], sending);
    return Object.assign(query, { parameters: values.map(written) });
  };
  return asked as Unsafe;
}
