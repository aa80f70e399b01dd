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

/** What is added by proxies, tunnels and content networks. */
const PASSED_ON =
  /^(forwarded|via|cdn-|cf-|fastly-|fly-|ngrok-|true-client|x-(forwarded|real|client|cluster|original|envoy|ngrok))/;

/** Marks a request that somebody at this very computer sent, and nobody passed on. */
export const FROM_HERE = "x-lineup-from-here";

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
  const isFromHere = proxies === 0 && isFromThisComputer(req);
  for (const name of [...HEARSAY, FROM_HERE]) delete headers[name];
  if (isFromHere) headers[FROM_HERE] = "1";
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

/**
 * By its socket, and under a name of this computer, letter by letter: another name that leads here (DNS rebinding) is a
 * foreign page's.
 */
function isFromThisComputer({ headers, socket }: IncomingMessage): boolean {
  const address = plainAddress(socket.remoteAddress ?? "");
  return (
    (address === "::1" || /^127\./.test(address)) &&
    /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? "") &&
    !Object.keys(headers).some((name) => PASSED_ON.test(name))
  );
}
