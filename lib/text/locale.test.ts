import { expect, test } from "vitest";
import { localeOf, localeOptions, onlyTimeZone, preferredLocale } from "./locale";

test.each([
  ["en-US", "en-US"],
  ["de", "de-DE"],
  ["de_de", "de-DE"],
  ["pt-br-u-hc-h12", "pt-BR"],
  ["zh-Hant", "zh-TW"],
  ["es-419", "es-419"],
  ["en-DK", "en-DK"],
])("%s is written as in %s", (tag, locale) => expect(localeOf(tag)).toBe(locale));

test.each(["", "*", "xx", "qq-QQ", "-", "en-US,de", "x".repeat(81), "\u0000", "toString", "../../etc"])(
  "%j is no language",
  (tag) => expect(localeOf(tag)).toBeNull(),
);

test.each([
  ["de-CH,de;q=0.9,en;q=0.8", "de-CH"],
  ["xx, *;q=0.5, fr;q=0.4", "fr-FR"],
  ["en;q=0.2, da;q=0.9", "da-DK"],
  ["de;q=0, sv", "sv-SE"],
  ["*", null],
  ["", null],
  [";;;,,,q=1", null],
  [`${"xx,".repeat(5000)}de`, null],
])("a browser that says %j gets %s", (header, locale) => expect(preferredLocale(header)).toBe(locale));

test("a country with one time zone is known by it", () => {
  expect(onlyTimeZone("pl-PL")).toBe("Europe/Warsaw");
  expect(onlyTimeZone("en-US")).toBeUndefined();
  expect(onlyTimeZone(undefined)).toBeUndefined();
});

test("each way of writing is offered once, with its name; one that somebody has is among them", () => {
  const at = new Date();
  const offered = localeOptions("en-DK", at, (locale) => locale);
  expect(offered).toContainEqual({ value: "en-US", label: "English (United States): en-US" });
  expect(offered).toContainEqual({ value: "en-DK", label: "English (Denmark): en-DK" });
  const values = offered.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  for (const value of values) expect(localeOf(value)).toBe(value);
});
