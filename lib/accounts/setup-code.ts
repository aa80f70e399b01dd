import { timingSafeEqual } from "node:crypto";
import { derivedKey, sha256 } from "../crypto";

/** Crockford's base 32: no letter that is read as another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code that the server prints: four groups of five, a hundred bits, the same for as long as AUTH_SECRET is. */
export function setupCode(): string {
  const signs = [...derivedKey("setup")].slice(0, 20).map((byte) => SIGNS[byte % 32]);
  return [0, 5, 10, 15].map((from) => signs.slice(from, from + 5).join("")).join("-");
}

/** However it is typed: small letters, spaces for dashes, O for 0. Compared in constant time. */
export function isSetupCode(typed: string): boolean {
  const signs = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return timingSafeEqual(sha256(signs), sha256(setupCode().replaceAll("-", "")));
}
