import { mkdirSync } from "node:fs";
import { provide } from "@/lib/env";
import { LOGS } from "@/tests/support/run/logs";
import { startTestPostgres } from "@/tests/support/run/postgres";
import { buildIfStale } from "./support/build-if-stale";
import { end, endWith, live } from "./support/life";
import { complain, say, step } from "./support/say";
import { findBrowser } from "./support/test/browser";
import { type Count, countFaults, countFrom, countPlaywright, countVitest, judge } from "./support/test/count";
import { searchLogs } from "./support/test/leaks";
import { run } from "./support/test/run";

const REPORTS = "test-results";

type Work = () => Promise<number>;

/** One check that passes or fails as a whole. */
const check = async (label: string, work: Work): Promise<Count> => outcome(label, await step(label, work));

/** Checks that don't need each other, at once. */
const checks = (label: string, all: Record<string, Work>): Promise<Count[]> =>
  step(label, () => Promise.all(Object.entries(all).map(async ([name, work]) => outcome(name, await work()))));

function outcome(label: string, code: number): Count {
  if (code !== 0) complain(`✗ ${label} failed`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const lint = () => run("biome", ["ci", ".", "--colors=off", "--diagnostic-level=warn"], { quiet: true });

const types = async () =>
  (await run("next", ["typegen"], { quiet: true })) || run("tsc", ["--noEmit"], { quiet: true });

const unused = () => run("knip", [], { quiet: true });

async function build() {
  try {
    await buildIfStale();
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function verbs(postgresUrl: string): Promise<Count> {
  say("\nVerbs and rules, on real PostgreSQL");
  const report = `${REPORTS}/vitest.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("vitest", ["run", ...reporters], { env: { TEST_POSTGRES_URL: postgresUrl } });
  return judge(countFrom(report, countVitest), code);
}

async function browser(postgresUrl: string): Promise<Count> {
  say("\nIn the browser");
  const { problem } = await findBrowser();
  if (problem) {
    complain(problem);
    return { passed: 0, failed: 1 };
  }
  const report = `${REPORTS}/playwright.json`;
  const env = { TEST_POSTGRES_URL: postgresUrl, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await run("playwright", ["test", "--reporter=list,json"], { env });
  return judge(countFrom(report, countPlaywright), code);
}

/** What dies, and what is lost with it, on the build that was just looked at. */
async function faults(): Promise<Count> {
  say("\nFaults");
  const report = `${REPORTS}/faults.json`;
  const code = await run("tsx", ["scripts/faults.ts", "--short"]);
  return judge(countFrom(report, countFaults), code);
}

/** Needs the servers of the browser tests to have run and spoken. */
async function logs() {
  const { lines, leaks } = searchLogs(LOGS);
  if (lines === 0) complain("There are no logs to search.");
  for (const leak of leaks) complain(leak);
  return lines > 0 && leaks.length === 0 ? 0 : 1;
}

await live(async () => {
  const state = { done: false };
  endWith("the tests", async () => {
    if (!state.done) process.exit(130); // Interrupted is not passed.
  });
  provide({ NEXT_TELEMETRY_DISABLED: "1" });
  mkdirSync(REPORTS, { recursive: true });
  const counts = await checks("Format, lint, types and unused code", {
    "Format and lint": lint,
    Types: types,
    "Unused code": unused,
  });
  const postgres = await startTestPostgres();
  endWith("PostgreSQL", postgres.stop);
  counts.push(await verbs(postgres.url));
  const built = await check("Build", build);
  counts.push(built);
  if (built.failed === 0) {
    counts.push(await browser(postgres.url));
    counts.push(await check("No secrets in the logs", logs));
    counts.push(await faults());
  }
  await postgres.stop();
  const sum = (key: keyof Count) => counts.reduce((all, count) => all + count[key], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  state.done = true;
  await end(sum("failed") === 0 ? 0 : 1);
});
