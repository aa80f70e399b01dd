import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { formatNumber } from "./format-number";

const AREAS = Array.from({ length: 800 }, (_, at) => String(200 + at));

test("every area of +1 is written as the library writes it, though it is not asked", () => {
  const numbers = AREAS.flatMap((area) => [`+1${area}5550134`, `+1${area}0119999`]);
  const otherwise = numbers.filter((each) => formatNumber(each) !== parsePhoneNumberFromString(each)?.formatNational());
  expect(otherwise).toEqual([]);
});

test.each(["+442079460018", "+1415555", "+11234567890", "+12", "+1415555013", "+141555501345", "+818045678901"])(
  "%s is written as the library writes it",
  (number) => {
    const parsed = parsePhoneNumberFromString(number);
    const abroad = parsed?.countryCallingCode !== "1";
    expect(formatNumber(number)).toBe((abroad ? parsed?.formatInternational() : parsed?.formatNational()) ?? number);
  },
);

test.each([
  ["+14155550134;ext=22", "(415) 555-0134 ext. 22"],
  ["no number", "no number"],
  ["no number;ext=22", "no number;ext=22"],
])("%s is written %s", (kept, shown) => expect(formatNumber(kept)).toBe(shown));
