import metadata from "libphonenumber-js/metadata.max.json";
import { fold } from "../import/heading";
import { type Country, isCountry } from "./countries";

/** In whose words people's programs name countries. */
const LANGUAGES = ["en", "de", "es", "fr", "pt", "it"];

/** As ISO 3166 has them in three letters, and as they are called besides. */
const OTHERS: Readonly<Record<string, Country>> = {
  ...{ uk: "GB", "great britain": "GB", england: "GB", scotland: "GB", wales: "GB", holland: "NL", america: "US" },
  ...{ usa: "US", "united states of america": "US", eeuu: "US", gbr: "GB", can: "CA", aus: "AU", nzl: "NZ", irl: "IE" },
  ...{ deu: "DE", ger: "DE", aut: "AT", che: "CH", fra: "FR", bel: "BE", nld: "NL", esp: "ES", prt: "PT", ita: "IT" },
  ...{ mex: "MX", bra: "BR", arg: "AR", chl: "CL", col: "CO", per: "PE", ind: "IN", zaf: "ZA" },
};

/** The first country of each code is the one by whose rules numbers are read there. */
const byCode: Readonly<Record<string, readonly string[] | undefined>> = metadata.country_calling_codes;

let byName: Map<string, Country> | undefined;

function named(): Map<string, Country> {
  const codes = Object.values(byCode).flatMap((countries) => countries?.filter(isCountry) ?? []);
  byName ??= new Map([
    ...LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
      return codes.map((code) => [fold(names.of(code) ?? code), code] as const);
    }),
    ...codes.map((code) => [code.toLowerCase(), code] as const),
    ...Object.entries(OTHERS),
  ]);
  return byName;
}

/** More is no country; a cell of a file may hold megabytes. */
const LONGEST = 60;

/** A country as files say it beside a number: "1", "+44", "0044", "GB", "UK (+44)", "Deutschland". Undefined for what is none. */
export function countryIn(written: string): Country | undefined {
  const text = fold(written.slice(0, LONGEST)).replace(/^(\+?\d{1,4})\.0$/, "$1");
  const word = text
    .replace(/[\d+()\-.,:]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (word !== "") return named().get(word);
  const digits = text.replace(/\D/g, "").replace(/^(?:00|011)/, "");
  // "1-868": within North America the rest is an area's, and numbers are read alike.
  const code = digits.startsWith("1") ? "1" : digits;
  return byCode[code]?.find(isCountry);
}
