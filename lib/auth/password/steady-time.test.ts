import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inSteadyTime, refusedInSteadyTime } from "./steady-time";

const clock = vi.hoisted(() => ({ now: 0 }));

/** Here time passes by what sleeps alone: a busy machine's delays would be all that is measured. */
const sleep = async (ms: number) => {
  clock.now += ms;
};

vi.mock("node:timers/promises", () => ({ setTimeout: sleepHere }));

function sleepHere(ms: number) {
  return sleep(ms);
}

beforeEach(() => {
  vi.spyOn(performance, "now").mockImplementation(() => clock.now);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const timeOf = async (work: () => Promise<unknown>, steady: (work: () => Promise<unknown>) => Promise<unknown>) => {
  const began = clock.now;
  await steady(work).catch(() => {});
  return clock.now - began;
};

test.each([
  ["little work", async () => {}],
  ["much work", () => sleep(150)],
  ["a failure", () => Promise.reject(new Error("no"))],
])("%s takes as long as any other", async (_, work) => {
  expect(await timeOf(work, inSteadyTime)).toBe(500);
});

test("what takes longer is answered on the next beat", async () => {
  expect(await timeOf(() => sleep(600), inSteadyTime)).toBe(1000);
});

test("a refusal takes its time, what succeeds does not", async () => {
  expect(await timeOf(() => sleep(20), refusedInSteadyTime)).toBe(20);
  const refuse = () => Promise.reject(new Error("no"));
  expect(await timeOf(() => sleep(20).then(refuse), refusedInSteadyTime)).toBe(250);
});
