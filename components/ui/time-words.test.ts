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
