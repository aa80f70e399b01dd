import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { planted } from "@/tests/planted/all";
import { type Planted, withBug } from "@/tests/planted/planted";
import { startTestPostgres } from "@/tests/support/run/postgres";
import { end, endWith, live } from "./support/life";
import { complain, say } from "./support/say";
import { run } from "./support/test/run";

/** The sources as they are now, in a folder that goes with us. */
function scratchCopy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lineup-planted-"));
  endWith("the scratch copy", async () => rmSync(folder, { recursive: true, force: true }));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" });
  for (const file of new Set(listed.split("\0").filter((name) => name !== "" && existsSync(name)))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    copyFileSync(file, path.join(folder, file));
  }
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  return folder;
}

type Ground = { root: string; postgresUrl: string };

const areGreen = async ({ root, postgresUrl }: Ground, args: string[]): Promise<boolean> =>
  (await run("vitest", ["run", "--root", root, "--bail=1", ...args], {
    ...{ cwd: root, silent: true },
    env: { TEST_POSTGRES_URL: postgresUrl },
  })) === 0;

/** Whether one of its tests fails while it is there. */
async function isNoticed(bug: Planted, ground: Ground): Promise<boolean> {
  writeFileSync(path.join(ground.root, bug.file), withBug(bug));
  const only = bug.only ? ["--testNamePattern", bug.only] : [];
  const stayedGreen = await areGreen(ground, [...only, ...bug.tests]);
  copyFileSync(bug.file, path.join(ground.root, bug.file));
  return !stayedGreen;
}

/** `npm run test:planted [-- --only "a part of what a bug says"]`: plants each bug, and says which no test noticed. */
await live(async () => {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
  const bugs = planted.filter(({ says }) => says.includes(values.only));
  const root = scratchCopy();
  const postgres = await startTestPostgres();
  endWith("PostgreSQL", postgres.stop);
  const ground = { root, postgresUrl: postgres.url };
  if (!(await areGreen(ground, [...new Set(bugs.flatMap(({ tests }) => tests))]))) {
    complain("The tests are red without a bug.");
    return end(1);
  }
  const green: string[] = [];
  for (const bug of bugs) {
    const noticed = await isNoticed(bug, ground);
    if (!noticed) green.push(bug.says);
    say(`${noticed ? "✓" : "✗ stayed green:"} ${bug.says}`);
  }
  say(`\n${bugs.length - green.length} of ${bugs.length} planted bugs were noticed.`);
  await end(green.length === 0 && bugs.length > 0 ? 0 : 1);
});
