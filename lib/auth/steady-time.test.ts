import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inSteadyTime } from "./steady-time";

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
