const MOST = 2000;

/**
 * A path on our own origin as a header may carry it, or "/". Refuses what a browser would read as another host or a script: absolute addresses,
 * `//`, `/\`, `javascript:`, control characters, and any of these encoded once.
 */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > MOST) return "/";
  if (!isLocal(wanted) || !isLocal(decoded(wanted))) return "/";
  const { pathname, search, hash } = addressOf(wanted);
  const path = pathname + search + hash;
  return path.length > MOST ? "/" : path;
}

const isLocal = (path: string) => /^\/(?![/\\])/.test(path) && !/[\\\s]|\p{Cc}/u.test(path) && !leadsToHost(path);

/** `/.//evil.test`: without its dots it begins with `//`. */
const leadsToHost = (path: string) => addressOf(path).pathname.startsWith("//");

const addressOf = (path: string) => new URL(path, "http://portal.invalid");

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(" ", "+");
  } catch {
    return "";
  }
}
