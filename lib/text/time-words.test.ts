import { expect, test } from "vitest";
import { type Eyes, plainEyes } from "./eyes";
import { timeWords } from "./time-words";

const now = new Date("2026-11-22T06:00:00Z");
const short = (at: string, zone = "America/Los_Angeles") => timeWords(new Date(at), { ...plainEyes(now), zone }).short;

test("days near now are said as words, in the viewer's zone", () => {
  expect(short("2026-11-22T05:14:00Z")).toBe("Today, 21:14");
  expect(short("2026-11-22T05:14:00Z", "Europe/Berlin")).toBe("Today, 06:14");
  expect(short("2026-11-21T07:59:00Z")).toBe("Yesterday, 23:59");
  expect(short("2026-11-22T08:00:00Z")).toBe("Tomorrow, 00:00");
});

test("older moments carry the day, and the year when it is another", () => {
  expect(short("2026-10-13T00:30:00Z")).toBe("12 Oct, 17:30");
  expect(short("2025-09-01T19:05:00Z")).toBe("1 Sep 2025, 12:05");
  expect(timeWords(new Date("2026-01-01T12:00:00Z"), plainEyes(new Date("2025-12-31T12:00:00Z"))).short).toBe(
    "Tomorrow, 12:00",
  );
});

test("the exact moment has seconds and the zone", () => {
  const words = timeWords(new Date("2026-11-21T16:52:09Z"), { ...plainEyes(now), zone: "America/Los_Angeles" });
  expect(words.exact).toBe("21 Nov 2026, 08:52:09 PST (America/Los Angeles)");
  expect(words.whole).toBe("21 Nov 2026, 08:52 PST");
});

const moment = new Date("2026-09-01T15:05:09Z");
const as = (locale: string | null, more: Partial<Eyes> = {}) =>
  timeWords(moment, { ...plainEyes(now), locale, ...more });

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
  const at = (time: string) => timeWords(new Date(time), { ...plainEyes(now), locale: "en-US" }).short;
  expect(at("2026-11-22T00:00:00Z")).toBe("Today, 12:00 AM");
  expect(at("2026-11-21T12:00:00Z")).toBe("Yesterday, 12:00 PM");
  expect(as("en-US", { zone: "America/Los_Angeles" }).exact).toBe("9/1/2026, 8:05:09 AM PDT (America/Los Angeles)");
  expect(as("de-DE", { zone: "Europe/Berlin" }).whole).toMatch(/^01\.09\.2026, 17:05 /);
});

test.each([
  [null, "1 Sep, 3:05 PM", "1 Sep, 15:05"],
  ["en-US", "9/1/2026, 3:05 PM", "9/1/2026, 15:05"],
  ["en-GB", "01/09/2026, 3:05 PM", "01/09/2026, 15:05"],
  ["de-DE", "01.09.2026, 3:05 PM", "01.09.2026, 15:05"],
  ["fr-CA", "2026-09-01, 3:05 PM", "2026-09-01, 15 h 05"],
  ["da-DK", "01.09.2026, 3:05 PM", "01.09.2026, 15.05"],
  ["ja-JP", "2026/09/01, 3:05 PM", "2026/09/01, 15:05"],
  ["ko-KR", "2026. 9. 1., 3:05 PM", "2026. 9. 1., 15:05"],
  ["hi-IN", "1/9/2026, 3:05 PM", "1/9/2026, 15:05"],
])("by the clock that somebody chooses, %s is written %s or %s", (locale, twelve, twentyFour) => {
  expect(as(locale, { clock: "12" }).short).toBe(twelve);
  expect(as(locale, { clock: "24" }).short).toBe(twentyFour);
});

test.each([null, "en-US", "de-DE", "ja-JP"])("in %s noon is 12 PM and midnight 12 AM or 0, never 24", (locale) => {
  const at = (time: string, clock: "12" | "24") =>
    timeWords(new Date(time), { ...plainEyes(now), locale, clock }).clock;
  expect(at("2026-11-22T00:00:00Z", "12")).toBe("12:00 AM");
  expect(at("2026-11-22T12:00:00Z", "12")).toBe("12:00 PM");
  expect(at("2026-11-22T00:00:00Z", "24")).toMatch(/^0{1,2}:00$/);
});

test("a day by its date is no word, however near, and says the year only where it is another", () => {
  const date = (at: string, locale: string | null = null) =>
    timeWords(new Date(at), { ...plainEyes(now), locale }).date;
  expect(date("2026-11-22T05:14:00Z")).toBe("22 Nov");
  expect(date("2025-11-22T05:14:00Z")).toBe("22 Nov 2025");
  expect(date("2026-11-22T05:14:00Z", "de-DE")).toBe("22.11.2026");
});

test("the exact moment is by the chosen clock, too", () => {
  expect(as(null, { clock: "12" }).exact).toBe("1 Sep 2026, 3:05:09 PM UTC (UTC)");
  expect(as("en-US", { clock: "24" }).exact).toBe("9/1/2026, 15:05:09 UTC (UTC)");
});
