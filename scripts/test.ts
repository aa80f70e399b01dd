import { mkdirSync } from "node:fs";
import { provide } from "@/lib/env";
import { startTestPostgres } from "@/tests/support/run/postgres";
import { end, endWith, live } from "./support/life";
import { hush, say } from "./support/say";
import { allAtOnce } from "./support/test/at-once";
import { complainOfFailures } from "./support/test/suite";
import { REPORTS, suites } from "./support/test/suites";

await live(async () => {
  const state = { done: false };
  endWith("the tests", async () => {
    if (!state.done) process.exit(130); // Interrupted is not passed.
  });
  provide({ NEXT_TELEMETRY_DISABLED: "1" });
  mkdirSync(REPORTS, { recursive: true });
  hush();
  const postgres = await startTestPostgres();
  endWith("PostgreSQL", postgres.stop);
  const counts = [...(await allAtOnce(suites(postgres.url))).values()];
  await postgres.stop();
  complainOfFailures();
  const sum = (key: "passed" | "failed") => counts.reduce((all, count) => all + count[key], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  state.done = true;
  await end(sum("failed") === 0 ? 0 : 1);
});
