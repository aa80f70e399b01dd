import { expect, test } from "vitest";
import { EXCHANGES } from "./exchanges";
import { monthOf } from "./month";
import { somePatients } from "./patients";
import { awakeZone } from "./running";
import { type Day, lastDays, workingHoursAgo } from "./working-days";

const ZONE = "America/Los_Angeles";
const HOUR = 3_600_000;

/** All hours of the days of a week in winter, and of one in which clocks change. */
const moments = ["2026-01-12T00:20Z", "2026-11-01T00:20Z"].flatMap((from) =>
  Array.from({ length: 34 }, (_, at) => new Date(Date.parse(from) + at * 5 * HOUR)),
);

const isAtWork = (days: readonly Day[], at: number) =>
  days.some(({ opens, closes, isWeekend }) => !isWeekend && opens <= at && at < closes);

/** How many minutes of working time somebody waits. */
function waited(days: readonly Day[], asked: number, answered: number): number {
  const opening = days.find(({ opens, isWeekend }) => !isWeekend && opens >= asked)?.opens ?? 0;
  return (answered - (isAtWork(days, asked) ? asked : opening)) / 60_000;
}

test("whenever the month is made, it lies behind, and first answers come in working hours, after 1 to 40 minutes", () => {
  const patients = somePatients();
  for (const now of moments) {
    const days = lastDays(31, ZONE, now);
    const authorsOf = () => [{ memberId: "m", name: "Ben" }];
    const said = monthOf(patients, { days, now, numberIds: ["a", "b", "c", "d", "e", "f"], authorsOf });
    const answers = said.flatMap(({ by, at }, place) => {
      const asked = said[place - 1];
      return by && asked && !asked.by
        ? [{ at: at.getTime(), wait: waited(days, asked.at.getTime(), at.getTime()) }]
        : [];
    });
    expect(answers.length, now.toISOString()).toBeGreaterThan(250);
    expect(said.filter(({ at }) => at > now)).toEqual([]);
    expect(answers.filter(({ at, wait }) => !isAtWork(days, at) || wait < 1 || wait > 40)).toEqual([]);
  }
});

test("whoever asks has the last answer, so that their next question is the first one that waits", () => {
  expect(EXCHANGES.filter(({ length }) => length % 2 === 1)).toEqual([]);
});

test("working hours are counted back over nights and weekends", () => {
  for (const now of moments) {
    const days = lastDays(31, ZONE, now);
    for (const ago of [0.1, 4, 30]) expect(isAtWork(days, workingHoursAgo(ago, days, now).getTime())).toBe(true);
  }
  const monday = new Date("2026-01-12T18:00Z");
  expect(workingHoursAgo(3, lastDays(31, ZONE, monday), monday)).toEqual(new Date("2026-01-09T23:00Z"));
});

test("at any hour there is a zone in which campaigns may send for an hour from now on", () => {
  for (const now of moments) {
    const timeZone = awakeZone(ZONE, now);
    const hour = Number(new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now));
    expect([hour >= 12, hour < 19], `${timeZone} ${now.toISOString()}`).toEqual([true, true]);
  }
});
