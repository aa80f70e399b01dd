import { expect, test } from "vitest";
import { countFaults, countFrom, countPlaywright, countVitest, judge } from "./count";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test("vitest's tests are counted, and a file that can't be loaded is a failure", () => {
  const testResults = [file("passed", "passed", "passed"), file("failed", "passed", "failed"), file("failed")];
  expect(countVitest({ numPassedTests: 3, testResults })).toEqual({ passed: 3, failed: 2 });
});

test("the browser's tests are counted, and an error outside of them is a failure", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1 };
  expect(countPlaywright({ stats, errors: [{ message: "no server" }] })).toEqual({ passed: 4, failed: 3 });
});

test("faults are counted as they were told", () => {
  expect(countFaults({ passed: 60, failed: 2 })).toEqual({ passed: 60, failed: 2 });
  expect(() => countFaults({})).toThrow();
});

test("a suite that ran nothing has failed", () => {
  expect(judge({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countFrom("test-results/no-such-report.json", countVitest)).toEqual({ passed: 0, failed: 0 });
});

test("a suite that ended badly has failed, though all its tests passed", () => {
  expect(judge({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(judge({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  expect(judge({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
});
