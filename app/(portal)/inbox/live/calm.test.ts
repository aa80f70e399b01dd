import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calm } from "./calm";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When it was done, in milliseconds, where it is asked for so often over so long. */
async function timesOf(asks: { every: number; until: number; about: "open" | "list" }) {
  const began = Date.now();
  const times: number[] = [];
  const asking = calm(async () => times.push(Date.now() - began));
  for (let at = 0; at <= asks.until; at += asks.every) {
    asking.ask(asks.about);
    await vi.advanceTimersByTimeAsync(asks.every);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  return times;
}

test("what comes alone is asked for at once, a burst once more when it is over", async () => {
  expect(await timesOf({ every: 1, until: 0, about: "list" })).toEqual([0]);
  expect(await timesOf({ every: 250, until: 1500, about: "list" })).toEqual([0, 2300]);
});

test("what goes on and on is asked for now and then", async () => {
  const times = await timesOf({ every: 250, until: 20_000, about: "list" });
  expect(times.length).toBeLessThan(8);
  expect(Math.max(...times.slice(1).map((time, at) => time - (times[at] ?? 0)))).toBeLessThan(5000);
});

test("what stands open is never a second behind, however much comes, and asked for twice for a short burst", async () => {
  expect(await timesOf({ every: 250, until: 700, about: "open" })).toEqual([0, 800]);
  const times = await timesOf({ every: 100, until: 20_000, about: "open" });
  for (const [at, time] of times.slice(1).entries()) expect(time - (times[at] ?? 0)).toBeLessThanOrEqual(900);
});

test("what trickles in is asked for less and less often, and what comes alone after it at once again", async () => {
  const times = await timesOf({ every: 1000, until: 20_000, about: "list" });
  expect(times.length).toBeLessThan(9);
  expect(times.slice(0, 2)).toEqual([0, 1800]);
});

test("two hints of one text hold up nothing of the next", async () => {
  const began = Date.now();
  const times: number[] = [];
  const asking = calm(async () => times.push(Date.now() - began));
  for (let text = 0; text < 20; text++) {
    asking.ask();
    await vi.advanceTimersByTimeAsync(600);
    asking.ask();
    await vi.advanceTimersByTimeAsync(1400);
  }
  for (let text = 0; text < 20; text++)
    expect(times.some((time) => time >= text * 2000 && time < text * 2000 + 300)).toBe(true);
});

test("nothing is asked for twice at a time: what comes meanwhile is asked for when that is over, once", async () => {
  const began = Date.now();
  const times: number[] = [];
  const asking = calm(async () => {
    times.push(Date.now() - began);
    await new Promise((over) => setTimeout(over, 3000));
  });
  for (let at = 0; at < 2900; at += 100) {
    asking.ask("open");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(times).toEqual([0]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(times).toEqual([0, 3000]);
  asking.ask();
  asking.ask();
  asking.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(times).toHaveLength(3);
});
