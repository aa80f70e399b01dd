import { type CountryCode, getCountries, isSupportedCountry } from "libphonenumber-js/max";
import { z } from "zod";
import { nameToday } from "../text/time";

/** A country as telephone numbers are read there, by its ISO 3166 code. */
export type Country = CountryCode;

/** Whose numbers a person types; a viewer has their company's. */
export type Home = { country: Country };

export const isCountry = (code: unknown): code is Country => typeof code === "string" && isSupportedCountry(code);

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

const options = getCountries()
  .map((country) => ({ country, name: names.of(country) ?? country }))
  .sort((one, other) => one.name.localeCompare(other.name, "en"));

export const countryName = (country: Country) => names.of(country) ?? country;

/** Options as one text (see components/form/fields/options.tsx). */
export const countryOptions = options.map(({ country, name }) => `${country}\t${name}`).join("\n");

/** Older engines have a property, newer ones a function. */
function zonesOf(country: Country): string[] {
  const locale = new Intl.Locale(`und-${country}`);
  const asked: unknown =
    "getTimeZones" in locale && typeof locale.getTimeZones === "function"
      ? locale.getTimeZones()
      : Reflect.get(locale, "timeZones");
  return z.array(z.string()).catch([]).parse(asked);
}

let byZone: Map<string, Country> | undefined;

/** Where a time zone is; UTC is nowhere. */
export function countryOfZone(zone: string): Country {
  byZone ??= new Map(getCountries().flatMap((country) => zonesOf(country).map((each) => [nameToday(each), country])));
  return byZone.get(nameToday(zone)) ?? "US";
}
