import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calm } from "./calm";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When it was done, in milliseconds, where it is asked for so often over so long. */
function timesOf(asks: { every: number; until: number; about: "open" | "list" }) {
  const began = Date.now();
  const times: number[] = [];
  const asking = calm(() => times.push(Date.now() - began));
  for (let at = 0; at <= asks.until; at += asks.every) {
    asking.ask(asks.about);
    vi.advanceTimersByTime(asks.every);
  }
  vi.advanceTimersByTime(10_000);
  return times;
}

test("what comes alone is asked for at once, a burst once more when it is over", () => {
  expect(timesOf({ every: 1, until: 0, about: "list" })).toEqual([0]);
  expect(timesOf({ every: 250, until: 1500, about: "list" })).toEqual([0, 2100]);
});

test("what goes on and on is asked for now and then", () => {
  const times = timesOf({ every: 250, until: 20_000, about: "list" });
  expect(times.length).toBeLessThan(8);
  expect(Math.max(...times.slice(1).map((time, at) => time - (times[at] ?? 0)))).toBeLessThan(5000);
});

test("what stands open is never a second behind, however much comes, and asked for twice for a short burst", () => {
  expect(timesOf({ every: 250, until: 700, about: "open" })).toEqual([0, 800]);
  const times = timesOf({ every: 100, until: 20_000, about: "open" });
  for (const [at, time] of times.slice(1).entries()) expect(time - (times[at] ?? 0)).toBeLessThanOrEqual(900);
});
