/**
 * A path on our own origin, or "/". Refuses what a browser would read as another host or a script: absolute addresses,
 * `//`, `/\`, `javascript:`, control characters, and any of these encoded once.
 */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > 2000) return "/";
  if (!isLocal(wanted) || !isLocal(decoded(wanted))) return "/";
  return wanted;
}

const isLocal = (path: string) => /^\/(?![/\\])/.test(path) && !/[\\\s]|\p{Cc}/u.test(path) && !leadsToHost(path);

/** `/.//evil.test`: without its dots it begins with `//`. */
const leadsToHost = (path: string) => new URL(path, "http://portal.invalid").pathname.startsWith("//");

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(" ", "+");
  } catch {
    return "";
  }
}
