import { expect, test } from "vitest";
import { byWeeks, firstWeekday } from "./week";

test.each([
  [null, 1],
  ["en-US", 7],
  ["en-GB", 1],
  ["de-DE", 1],
  ["ar-EG", 6],
  ["pt-BR", 7],
  ["dv-MV", 5],
])("weeks as %s has them begin with day %i", (locale, day) =>
  expect(firstWeekday({ locale, weekStart: null })).toBe(day),
);

test("what somebody chooses goes before their locale", () => {
  expect(firstWeekday({ locale: "en-US", weekStart: "mon" })).toBe(1);
  expect(firstWeekday({ locale: "de-DE", weekStart: "sat" })).toBe(6);
  expect(firstWeekday({ locale: null, weekStart: "sun" })).toBe(7);
});

// 27 November 2026 is a Friday.
const days = Array.from({ length: 12 }, (_, at) => ({ day: `2026-11-${16 + at}` }));
const lengths = (firstDay: number) => byWeeks(days, firstDay).map((week) => week.length);

test("days stand in the weeks of whoever reads them", () => {
  expect(lengths(1)).toEqual([7, 5]);
  expect(lengths(7)).toEqual([6, 6]);
  expect(lengths(6)).toEqual([5, 7]);
  expect(byWeeks(days, 7)[1]?.[0]).toEqual({ day: "2026-11-22" });
  expect(byWeeks([], 1)).toEqual([]);
});
