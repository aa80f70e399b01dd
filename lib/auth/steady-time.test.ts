import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inSteadyTime, refusedInSteadyTime } from "./steady-time";

const timeOf = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await inSteadyTime(work).catch(() => {});
  return performance.now() - began;
};

test("much work, little work and a failure take the same time", async () => {
  const times = await Promise.all([
    timeOf(async () => {}),
    timeOf(() => sleep(150)),
    timeOf(() => Promise.reject(new Error("no"))),
  ]);
  for (const time of times) expect(Math.abs(time - 500)).toBeLessThan(100);
});

test("what takes longer is answered on the next beat", async () => {
  expect(Math.abs((await timeOf(() => sleep(600))) - 1000)).toBeLessThan(100);
});

test("a refusal takes its time, what succeeds does not", async () => {
  const began = performance.now();
  await refusedInSteadyTime(async () => {});
  expect(performance.now() - began).toBeLessThan(100);
  await refusedInSteadyTime(() => Promise.reject(new Error("no"))).catch(() => {});
  expect(performance.now() - began).toBeGreaterThan(200);
});
