import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Area code, exchange, line: as all of +1 is written, which a list says hundreds of without asking about each. */
const AT_HOME = /^\+1([2-9]\d{2})(\d{3})(\d{4})$/;

/** A kept number as people read it: "(415) 555-0134 ext. 22" at home in +1, "+44 20 7946 0018" elsewhere. */
export function formatNumber(kept: string): string {
  const [e164 = kept, extension] = kept.split(";ext=");
  const number = AT_HOME.test(e164) ? e164.replace(AT_HOME, "($1) $2-$3") : written(e164);
  return extension && number ? `${number} ext. ${extension}` : (number ?? kept);
}

function written(e164: string): string | undefined {
  const parsed = parsePhoneNumberFromString(e164);
  return parsed?.countryCallingCode === "1" ? parsed.formatNational() : parsed?.formatInternational();
}

/** How a number stands in a list to choose from: "(415) 555-0134 · Front desk". */
export const numberLabel = (number: { e164: string; label: string }) =>
  `${formatNumber(number.e164)} · ${number.label}`;
