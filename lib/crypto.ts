import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { env } from "./env";

/** 256 random bits for a link or a cookie, as 43 URL-safe characters. */
export const randomToken = () => randomBytes(32).toString("base64url");

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** So many random letters and digits, of 5.95 bits each, for an address that stands in a text or on a poster. */
export const shortToken = (length: number) =>
  Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");

export const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** A handful of uses under one secret or two: a derivation costs more than what most keys then do. */
const derived = new Map<string, Buffer>();

/** A key for one use, derived from AUTH_SECRET (HKDF, RFC 5869), so that no two uses share one. */
export function derivedKey(use: string, secret = env().authSecret): Buffer {
  const name = `${use}\0${secret}`;
  const key = derived.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "lineup", use, 32));
  derived.set(name, key);
  return key;
}

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
export function seal(use: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(use), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the text was sealed under neither AUTH_SECRET nor the one before it, or for another use. */
export function unseal(use: string, sealed: Buffer): string {
  const [current = "", ...previous] = env().authSecrets;
  try {
    return unsealUnder(derivedKey(use, current), sealed);
  } catch (error) {
    const [older] = previous;
    if (older === undefined) throw error;
    return unsealUnder(derivedKey(use, older), sealed);
  }
}

function unsealUnder(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
