import { randomBytes } from "node:crypto";
import { redact } from "./redact";

type Fields = Record<string, unknown>;

/** One line of JSON an event. Whole email addresses, tokens, keys and passwords never get through. */
export const log = {
  /** @param event what happened, as "noun.verb" */
  info(event: string, fields: Fields = {}) {
    process.stdout.write(line("info", event, fields));
  },

  /** Returns the event's id, the only thing about it to show to a person. */
  error(event: string, error: unknown, fields: Fields = {}): string {
    const id = randomBytes(6).toString("hex");
    process.stderr.write(line("error", event, { id, ...fields, error: described(error) }));
    return id;
  },
};

const line = (level: string, event: string, fields: Fields) =>
  `${JSON.stringify({ at: new Date().toISOString(), level, event, ...(redact(fields) as Fields) })}\n`;

/** A failed query's own message repeats the whole row, so its cause speaks for it; PostgreSQL's `detail` stays out too. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  if ("query" in error && error.cause) return described(error.cause);
  const code = "code" in error ? { code: error.code } : {};
  const places = error.stack?.split("\n").filter((text) => /^\s+at /.test(text)) ?? [];
  return {
    name: error.name,
    message: error.message,
    ...code,
    stack: places.slice(0, 8).map((text) => text.trim()),
    ...(error.cause ? { cause: described(error.cause) } : {}),
  };
}
