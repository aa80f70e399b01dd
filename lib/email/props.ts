import { z } from "zod";
import { shownAddress } from "../text/address";
import { maskEmail } from "../text/mask-email";

/** Breaks up what mail programs turn into links. URL parsers refuse a host that holds it; other invisible signs they drop. */
const BREAK = "\u200c";

/** A name as people read it, on one line, that no mail program makes a link of: "evil.com", "http://evil", "a@b.c". */
export function unlinked(text: string): string {
  const oneLine = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/ {2,}/g, " ")
    .trim();
  // "St. John" and "J.R. Smith" stay as they are; a dot before a digit or two letters could begin a domain.
  return oneLine.replace(/[.。．｡](?=\p{N}|[\p{L}\p{N}]{2})|[:@](?=\S)|\/(?=\/)/gu, `$&${BREAK}`);
}

/** The kinds of things a letter is made of; each decides once how it is made harmless. */
export const name = z.string().transform(unlinked);
export const maskedEmail = z.string().transform((email) => unlinked(maskEmail(shownAddress(email))));
export const link = z.url({ protocol: /^https?$/ });

/** Copied into the login form, so it stays to the letter; only letters, digits, dots, dashes and underscores are in it. */
export const exactUsername = z.string().regex(/^[\w.-]+$/);
