import { parsePhoneNumberFromString } from "libphonenumber-js";

/** A phone number as people read it: "(415) 555-0134" at home in +1, "+44 20 7946 0018" elsewhere. */
export function shownNumber(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.countryCallingCode === "1" ? parsed.formatNational() : parsed.formatInternational();
}

/** How a number stands in a list to choose from: "(415) 555-0134 · Front desk". */
export const numberLabel = (number: { e164: string; label: string }) => `${shownNumber(number.e164)} · ${number.label}`;
