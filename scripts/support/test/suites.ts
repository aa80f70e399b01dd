import { LOGS } from "@/tests/support/run/logs";
import { buildIfStale } from "../build-if-stale";
import type { Job } from "./at-once";
import { findBrowser } from "./browser";
import { countFaults, countFrom, countPlaywright, countVitest, judge } from "./count";
import { searchLogs } from "./leaks";
import { check, suite, type Teller } from "./suite";

export const REPORTS = "test-results";

async function build({ tell }: Teller) {
  try {
    await buildIfStale();
    return 0;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function chromium({ tell }: Teller) {
  const { problem } = await findBrowser();
  if (problem) tell(problem);
  return problem ? 1 : 0;
}

/** Of the projects in vitest.config.ts the one, or all others. */
async function verbs({ program }: Teller, postgresUrl: string, project: "alone" | "!alone") {
  const report = `${REPORTS}/vitest-${project.replace("!", "not-")}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await program("vitest", ["run", `--project=${project}`, ...reporters], {
    TEST_POSTGRES_URL: postgresUrl,
  });
  return judge(countFrom(report, countVitest), code);
}

async function browser({ program }: Teller, postgresUrl: string) {
  const report = `${REPORTS}/playwright.json`;
  const env = { TEST_POSTGRES_URL: postgresUrl, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await program("playwright", ["test", "--reporter=list,json"], env);
  return judge(countFrom(report, countPlaywright), code);
}

async function faults({ program }: Teller) {
  const report = `${REPORTS}/faults.json`;
  const code = await program("tsx", ["scripts/faults.ts", "--short"]);
  return judge(countFrom(report, countFaults), code);
}

async function logs({ tell }: Teller) {
  const { lines, leaks } = searchLogs(LOGS);
  if (lines === 0) tell("There are no logs to search.");
  for (const leak of leaks) tell(leak);
  return lines > 0 && leaks.length === 0 ? 0 : 1;
}

/** Everything, each as early as it may be begun; of those that may, the first in the list. */
export const suites = (postgresUrl: string): Job[] => [
  check({
    name: "Types",
    work: async ({ program }) => (await program("next", ["typegen"])) || program("tsc", ["--noEmit"]),
  }),
  // It empties the folder that the types of the routes are kept in.
  check({ name: "Build", after: ["Types"], work: build }),
  check({ name: "Chromium", work: chromium }),
  check({
    name: "Format and lint",
    work: ({ program }) => program("biome", ["ci", ".", "--colors=off", "--diagnostic-level=warn"]),
  }),
  check({ name: "Unused code", work: ({ program }) => program("knip", []) }),
  suite({ name: "Browser", needs: ["Build", "Chromium"], work: (teller) => browser(teller, postgresUrl) }),
  suite({ name: "Verbs", work: (teller) => verbs(teller, postgresUrl, "!alone") }),
  // What dies, and what is lost with it, on that build. Mostly it waits, so that it must not be what is left at the end.
  suite({ name: "Faults", needs: ["Build"], work: faults }),
  suite({ name: "Verbs alone", work: (teller) => verbs(teller, postgresUrl, "alone") }),
  // Of the servers that the browser tests have made speak.
  check({ name: "No secrets in the logs", after: ["Browser"], needs: ["Build", "Chromium"], work: logs }),
];
