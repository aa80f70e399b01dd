import type { IncomingMessage } from "node:http";
import { holdsToken } from "./headers";

/**
 * Whether this is a write that a page of somebody else sent (after `believe` has cleaned the request). Browsers name
 * the page's origin on every write; programs that are no browser name none.
 */
export function isForeignWrite(req: IncomingMessage, appUrl: string): boolean {
  if (req.method === "GET" || req.method === "HEAD") return false;
  const { origin, "sec-fetch-site": site } = req.headers;
  if (site === "cross-site") return true;
  if (origin === undefined) return false;
  if (origin === "null") return !isOwnSilence(req, site);
  const host = URL.canParse(origin) ? new URL(origin).host : "";
  return host !== (req.headers["x-forwarded-host"] ?? req.headers.host) && host !== new URL(appUrl).host;
}

/** Our own pages with `Referrer-Policy: no-referrer` send "null" too; there the token in the address is the proof. */
const isOwnSilence = (req: IncomingMessage, site: string | string[] | undefined) =>
  site === "same-origin" || (site === undefined && holdsToken(req.url ?? ""));
