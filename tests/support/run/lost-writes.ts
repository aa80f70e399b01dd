import { afterAll, beforeAll } from "vitest";

/**
 * For a file that cuts connections: a transaction that goes on afterwards makes the driver throw where nobody can catch it
 * (docs/decisions/052). Serving processes tell of it and go on; so does the file. Everything else is nobody's to bear.
 */
export function bearLostWrites(): void {
  const others = process.listeners("uncaughtException");
  const note = (error: Error, origin: NodeJS.UncaughtExceptionOrigin) => {
    if (/nextWrite .*postgres/.test(error.stack ?? "")) return;
    for (const each of others) each(error, origin);
  };
  beforeAll(() => void process.removeAllListeners("uncaughtException").on("uncaughtException", note));
  afterAll(() => {
    process.removeAllListeners("uncaughtException");
    for (const each of others) process.on("uncaughtException", each);
  });
}
