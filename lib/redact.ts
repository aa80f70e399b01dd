import { maskEmail } from "./text/mask-email";

const HIDDEN = "[hidden]";
const SECRET_NAMES = /password|passwd|secret|token|cookie|authorization|api.?key/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A copy without what a log must not hold: by its name, or by what it looks like. */
export function redact(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (value instanceof Date || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(redact);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET_NAMES.test(name) ? HIDDEN : redact(inner)]),
  );
}

const redactText = (text: string) =>
  text
    .slice(0, 4000)
    .replace(/\b([a-z]+:\/\/)[^\s/@]+@/gi, "$1")
    .replace(/[^\s@<>"'(),;:=]+@[^\s@<>"'(),;:]+/g, maskEmail)
    .replace(/\b(token|code|key|secret|password|session)=[^\s&"']+/gi, `$1=${HIDDEN}`)
    .replace(/\b(re|whsec)_[\w+/=-]{8,}/g, HIDDEN)
    .replace(/\$argon2\S+/g, HIDDEN)
    // A random token is one long run; an id is not secret and worth keeping.
    .replace(/[\w-]{32,}/g, (run) => (UUID.test(run) ? run : HIDDEN));
