import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { playAll, scenarios } from "@/tests/faults/run";
import { makeGround } from "@/tests/faults/support/ground";
import { FAULT_LOGS } from "@/tests/faults/support/stage";
import { end, endWith, live } from "./support/life";
import { complain, say } from "./support/say";

const REPORT = "test-results/faults.json";

/** Several times what it takes: a run that hangs has failed. */
const LONGEST_MS = { full: 90 * 60_000, short: 40 * 60_000 };

/** `npm run test:faults [-- --short --only killed-server --seed 7]` */
await live(async () => {
  const { values } = parseArgs({
    options: { short: { type: "boolean" }, only: { type: "string" }, seed: { type: "string" } },
  });
  const { only } = values;
  const names = scenarios.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) throw `There is no ${only}, only ${names.join(", ")}.`;
  const seed = Number(values.seed ?? Date.now() % 100_000);
  rmSync(REPORT, { force: true });
  rmSync(FAULT_LOGS, { recursive: true, force: true });
  mkdirSync(FAULT_LOGS, { recursive: true });
  say(`Seed ${seed}`);
  const ground = await makeGround();
  endWith("what was made for it", async () => ground.remove());
  const length = values.short ? "short" : "full";
  setTimeout(() => {
    complain("It takes too long, and has failed.");
    void end(1);
  }, LONGEST_MS[length]).unref();
  const outcomes = await playAll({ ground, length, seed, only, tell: say });
  writeFileSync(`${FAULT_LOGS}/tokens.json`, JSON.stringify(ground.tokens));
  // Not before: it knows the cast, who write to the database that the settings name by now.
  const { searchLogs } = await import("./support/test/leaks");
  const { lines, leaks } = searchLogs(FAULT_LOGS);
  const clean = lines > 0 && leaks.length === 0;
  for (const leak of leaks.slice(0, 20)) complain(leak);
  say(`\n${clean ? "✓" : "✗"} no secrets in ${lines} lines of logs`);
  outcomes.push({ line: "no secrets in the logs", passed: clean });
  const passed = outcomes.filter((each) => each.passed).length;
  writeFileSync(REPORT, JSON.stringify({ passed, failed: outcomes.length - passed }));
  say(`\n${passed} passed, ${outcomes.length - passed} failed`);
  await end(passed === outcomes.length ? 0 : 1);
});
