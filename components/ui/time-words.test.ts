import { expect, test } from "vitest";
import { timeWords } from "./time-words";

const now = new Date("2026-11-22T06:00:00Z");
const short = (at: string, zone = "America/Los_Angeles") => timeWords(new Date(at), { zone, now }).short;

test("days near now are said as words, in the viewer's zone", () => {
  expect(short("2026-11-22T05:14:00Z")).toBe("Today, 21:14");
  expect(short("2026-11-22T05:14:00Z", "Europe/Berlin")).toBe("Today, 06:14");
  expect(short("2026-11-21T07:59:00Z")).toBe("Yesterday, 23:59");
  expect(short("2026-11-22T08:00:00Z")).toBe("Tomorrow, 00:00");
});

test("older moments carry the day, and the year when it is another", () => {
  expect(short("2026-10-13T00:30:00Z")).toBe("12 Oct, 17:30");
  expect(short("2025-09-01T19:05:00Z")).toBe("1 Sep 2025, 12:05");
  expect(
    timeWords(new Date("2026-01-01T12:00:00Z"), { zone: "UTC", now: new Date("2025-12-31T12:00:00Z") }).short,
  ).toBe("Tomorrow, 12:00");
});

test("the exact moment has seconds and the zone", () => {
  const words = timeWords(new Date("2026-11-21T16:52:09Z"), { zone: "America/Los_Angeles", now });
  expect(words.exact).toBe("21 Nov 2026, 08:52:09 PST (America/Los Angeles)");
  expect(words.whole).toBe("21 Nov 2026, 08:52 PST");
});

const moment = new Date("2026-09-01T15:05:09Z");
const as = (locale: string, zone = "UTC") => timeWords(moment, { zone, now, locale });

test.each([
  ["en-US", "9/1/2026, 3:05 PM"],
  ["en-GB", "01/09/2026, 15:05"],
  ["de-DE", "01.09.2026, 15:05"],
  ["sv-SE", "2026-09-01, 15:05"],
  ["fr-CA", "2026-09-01, 15 h 05"],
  ["da-DK", "01.09.2026, 15.05"],
  ["ja-JP", "2026/09/01, 15:05"],
  ["ko-KR", "2026. 9. 1., 3:05 PM"],
  ["zh-TW", "2026/9/1, 3:05 PM"],
  ["ar-EG", "1/9/2026, 3:05 PM"],
  ["th-TH", "1/9/2026, 15:05"],
  ["fa-IR", "2026/9/1, 15:05"],
  ["hi-IN", "1/9/2026, 3:05 PM"],
])("in %s it is written %s", (locale, words) => expect(as(locale).short).toBe(words));

test("near days stay words, midnight and noon are told apart, the exact moment has its seconds", () => {
  const at = (time: string) => timeWords(new Date(time), { zone: "UTC", now, locale: "en-US" }).short;
  expect(at("2026-11-22T00:00:00Z")).toBe("Today, 12:00 AM");
  expect(at("2026-11-21T12:00:00Z")).toBe("Yesterday, 12:00 PM");
  expect(as("en-US", "America/Los_Angeles").exact).toBe("9/1/2026, 8:05:09 AM PDT (America/Los Angeles)");
  expect(as("de-DE", "Europe/Berlin").whole).toMatch(/^01\.09\.2026, 17:05 /);
});
