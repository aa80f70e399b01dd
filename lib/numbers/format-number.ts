import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A kept number as people read it: "(415) 555-0134 ext. 22" at home in +1, "+44 20 7946 0018" elsewhere. */
export function formatNumber(kept: string): string {
  const [e164 = kept, extension] = kept.split(";ext=");
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return kept;
  const number = parsed.countryCallingCode === "1" ? parsed.formatNational() : parsed.formatInternational();
  return extension ? `${number} ext. ${extension}` : number;
}

/** How a number stands in a list to choose from: "(415) 555-0134 · Front desk". */
export const numberLabel = (number: { e164: string; label: string }) =>
  `${formatNumber(number.e164)} · ${number.label}`;
