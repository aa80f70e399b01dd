import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { giveToRole } from "@/db/embedded/role";
import { migrate } from "@/db/migrate";
import { StartProblem } from "@/lib/env";
import { startFakeResend } from "@/tests/support/resend";
import { createDatabase, databaseAt } from "@/tests/support/run/db";
import { becomeTest } from "@/tests/support/run/env";
import { dump, restore, rowsIn, tornCopy, until } from "./support/backup/copy";
import type { Load } from "./support/backup/load";
import { scratchServer } from "./support/backup/server";
import { findTools } from "./support/backup/tools";
import { brokenRules } from "./support/consistency";
import { end, endWith, live } from "./support/life";
import { complain, keepLogsOut, say, step } from "./support/say";

/** Changes that are made while a dump goes on; fewer would prove little. */
const ENOUGH = 30;

/** Enough rows for a dump to be more than one gulp. */
const PEOPLE = 3000;

/**
 * `npm run check:backup`: a dump that is taken while people work restores to a portal where everything fits together;
 * and one that is not a single snapshot is found out by the same rules.
 */
await live(async () => {
  const tools = findTools();
  if ("problem" in tools) throw new StartProblem(tools.problem);
  keepLogsOut();
  const server = await step(`Starting PostgreSQL ${tools.version}`, () => scratchServer(tools.bin));
  const [source, restored, torn] = ["lineup", "restored", "torn"].map((name) => databaseAt(server, name));
  if (!source || !restored || !torn) return;
  await giveToRole(server);
  for (const name of ["lineup", "restored", "torn"]) await createDatabase(server, name);
  await step("Migrating", () => migrate(source));
  const dir = mkdtempSync(path.join(tmpdir(), "lineup-dump-"));
  endWith("the dumps", async () => rmSync(dir, { recursive: true, force: true }));
  const from = { bin: tools.bin, url: source, file: path.join(dir, "lineup.dump") };

  const load = await working(source);
  const taken = await step("Dumping under load", () => dump(from, { writes: load.writes, enough: ENOUGH }));
  await step("Copying in two halves, as nobody should", () =>
    tornCopy({ ...from, file: path.join(dir, "torn.dump") }, torn, () => moreWrites(load)),
  );
  await load.stop();
  const restoring = await step("Restoring", () => restore({ ...from, url: restored }));
  await migrate(restored);

  const found = {
    restored: await brokenRules(restored),
    torn: await brokenRules(torn),
    source: await brokenRules(source),
  };
  say(
    `${taken.bytes} bytes of ${await rowsIn(restored)} rows in ${taken.seconds.toFixed(1)} s, while ${taken.writes} changes were made; restored in ${restoring.toFixed(1)} s.`,
  );
  say(`Copied in two halves, it breaks: ${found.torn.map(({ rule }) => rule).join("; ") || "nothing"}.`);
  const wrong = [
    ...found.source.map(({ rule, found: ids }) => `while it was in use: ${rule}: not so for ${ids.join(", ")}`),
    ...found.restored.map(({ rule, found: ids }) => `restored: ${rule}: not so for ${ids.join(", ")}`),
    ...(taken.writes < ENOUGH ? [`only ${taken.writes} changes were made while it was taken`] : []),
    ...(found.torn.length === 0 ? ["a dump that is torn was not found out"] : []),
  ];
  for (const each of wrong) complain(`✗ ${each}`);
  if (wrong.length === 0) say("A dump taken under load restores to a consistent portal.");
  await end(wrong.length === 0 ? 0 : 1);
});

async function manyPeople(): Promise<void> {
  const [{ seedCompany }, { makeCompany }] = await Promise.all([
    import("./support/seed/company"),
    import("@/tests/support/cast"),
  ]);
  const { accountId, name, rootGroupId } = await makeCompany();
  await seedCompany({ account: { id: accountId, name, rootGroupId }, users: PEOPLE, passwordHash: "none" });
}

/** A Lineup at work on that database: what reads the settings is loaded once they are complete. */
async function working(databaseUrl: string): Promise<Load> {
  const resend = await startFakeResend();
  endWith("the provider", resend.close);
  becomeTest(databaseUrl, { RESEND_API_KEY: "re_test", RESEND_BASE_URL: resend.url, RESEND_RATE: "20" });
  const { startLoad } = await import("./support/backup/load");
  const { closeReads } = await import("@/db");
  const { closeWrites } = await import("@/db/write");
  endWith("the connections", async () => void (await Promise.all([closeReads(), closeWrites()])));
  await step("Making a company", manyPeople);
  return step("People at work", async () => {
    const load = await startLoad();
    await until(() => load.writes() >= ENOUGH);
    return load;
  });
}

function moreWrites(load: Load) {
  const before = load.writes();
  return until(() => load.writes() >= before + ENOUGH);
}
