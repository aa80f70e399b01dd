import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/support/run/browser";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  globalSetup: "./tests/support/run/e2e-run.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes the second time has found something.
  retries: 0,
  // For what hangs; how long something takes is the machine's doing.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  use: {
    // No page of a test lives long enough to be worth a compiler that optimizes.
    launchOptions: launchOptions(["--js-flags=--no-maglev --no-turbofan"]),
    locale: "en-US",
    timezoneId: "Pacific/Auckland",
    contextOptions: { reducedMotion: "reduce" },
    // Traces cost a quarter of a run. To see one of a failure: npx playwright test --trace on -g "…"
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "js" },
    // The same journeys again for people without JavaScript.
    { name: "nojs", grep: /@nojs/, use: { javaScriptEnabled: false } },
  ],
});
