import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { redact } from "./redact";

type Fields = Record<string, unknown>;

/** One in a process, also where a bundler loads this file twice. */
const KEPT = Symbol.for("lineup.request");
const kept = globalThis as unknown as Record<symbol, AsyncLocalStorage<string> | undefined>;
kept[KEPT] ??= new AsyncLocalStorage();

/** The id of the request at work: in every line that is logged meanwhile, in the answer, and on the page about a failure. */
export const requestAtWork: AsyncLocalStorage<string> = kept[KEPT];

/** One line of JSON an event. Whole email addresses, tokens, keys and passwords never get through. */
export const log = {
  /** @param event what happened, as "noun.verb" */
  info(event: string, fields: Fields = {}) {
    say(process.stdout, { level: "info", event }, fields);
  },

  /** What may be an attack; see lib/security.ts. */
  security(event: string, fields: Fields) {
    say(process.stdout, { level: "info", kind: "security", event }, fields);
  },

  /** Returns the event's id, the only thing about it to show to a person: the request's, where there is one. */
  error(event: string, error: unknown, fields: Fields = {}): string {
    const id = requestAtWork.getStore() ?? randomBytes(6).toString("hex");
    say(process.stderr, { level: "error", event, id }, { ...fields, error: described(error) });
    return id;
  },
};

/** An id that a proxy made up may look like a token, and is none. */
function say(stream: NodeJS.WriteStream, head: Fields, fields: Fields) {
  const request = requestAtWork.getStore();
  const line = { at: new Date().toISOString(), ...head, ...(request && { request }), ...(redact(fields) as Fields) };
  stream.write(`${JSON.stringify(line)}\n`);
}

// A full disk, or a reader that has left: a line is lost, and saying so would lose another, without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** A failed query's own message repeats the whole row, so its cause speaks for it; PostgreSQL's `detail` stays out too. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  // What a page that failed shows of it, as its event id.
  const digest = "digest" in error ? { digest: error.digest } : {};
  if ("query" in error && error.cause instanceof Error) return Object.assign({}, described(error.cause), digest);
  const code = "code" in error ? { code: error.code } : {};
  const places = error.stack?.split("\n").filter((text) => /^\s+at /.test(text)) ?? [];
  return {
    name: error.name,
    message: error.message,
    ...code,
    ...digest,
    stack: places.slice(0, 8).map((text) => text.trim()),
    ...(error.cause ? { cause: described(error.cause) } : {}),
  };
}
