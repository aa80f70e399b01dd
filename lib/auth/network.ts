import { isIPv6 } from "node:net";

/**
 * What limits by address count as one place: an IPv4 address, or the /64 of an IPv6 one, of which every customer has
 * 2^64 addresses to choose from (RFC 6177).
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [before = "", after] = address.split("%")[0]?.split("::") ?? [];
  const [left, right] = [groups(before), groups(after ?? "")];
  const zeros = after === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

const groups = (part: string) =>
  part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16).toString(16));
