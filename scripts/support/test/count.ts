import { existsSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";

export type Count = { passed: number; failed: number };

const Vitest = z.object({
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** What vitest's JSON report tells. A file that fails outside of its tests counts as one that failed. */
export function countVitest(report: unknown): Count {
  const { numPassedTests, testResults } = Vitest.parse(report);
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === "failed").length;
    return status === "failed" ? Math.max(failed, 1) : failed;
  });
  return { passed: numPassedTests, failed: failures.reduce((sum, each) => sum + each, 0) };
}

/** What Playwright's JSON report tells; its errors are those outside of any test. */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = Playwright.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

const Faults = z.object({ passed: z.number(), failed: z.number() });

/** What scripts/faults.ts has counted itself. */
export const countFaults = (report: unknown): Count => Faults.parse(report);

/** A suite that ended badly has failed, whatever its report says, and so has one that ran nothing. */
export function judge(count: Count, exitCode: number): Count {
  const sound = count.failed > 0 || (exitCode === 0 && count.passed > 0);
  return sound ? count : { ...count, failed: 1 };
}

/** The report a suite has written, read with the suite's counter; a suite that wrote none has run nothing. */
export function countFrom(file: string, count: (report: unknown) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report: unknown = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  return count(report);
}
