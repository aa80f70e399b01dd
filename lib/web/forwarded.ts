import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

const HEARSAY = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
  "x-real-ip",
];

/** Marks a request that came through somebody: the socket's address is then a proxy's, and means little. */
const PASSED_ON = "x-lineup-passed-on";

/**
 * Leaves in the request only what can be believed: one address in `x-forwarded-for`, and host and protocol only as the
 * outermost of `proxies` trusted proxies wrote them. Each proxy appends on the right; what a client wrote is on the left.
 */
export function believe(req: IncomingMessage, proxies: number) {
  const { headers } = req;
  const said = (name: string) => (proxies > 0 ? fromRight(String(headers[name] ?? ""), proxies) : "");
  const address = plainAddress(said("x-forwarded-for"));
  const host = outermost(headers["x-forwarded-host"], proxies);
  const protocol = outermost(headers["x-forwarded-proto"], proxies);
  const passedOn = HEARSAY.some((name) => headers[name] !== undefined);
  for (const name of [...HEARSAY, PASSED_ON]) delete headers[name];
  if (passedOn) headers[PASSED_ON] = "1";
  headers["x-forwarded-for"] = address || plainAddress(req.socket.remoteAddress ?? "") || "0.0.0.0";
  if (/^[\w.:[\]-]+$/.test(host)) headers["x-forwarded-host"] = host;
  if (protocol === "http" || protocol === "https") headers["x-forwarded-proto"] = protocol;
}

const parts = (list: string) => list.split(",").map((part) => part.trim());
const fromRight = (list: string, n: number) => parts(list).at(-n) ?? "";

/** Proxies write host and protocol anew or append; with fewer entries than proxies the leftmost is the outermost's. */
function outermost(header: string | string[] | undefined, proxies: number) {
  if (proxies === 0 || header === undefined) return "";
  const list = parts(String(header));
  return list[Math.max(0, list.length - proxies)] ?? "";
}

/** Without brackets, port or the IPv4-in-IPv6 prefix; "" when it is no address. */
function plainAddress(text: string) {
  const bare = text
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) ? bare : "";
}
