import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "@/db/embedded/lock";
import { environmentWith, StartProblem } from "@/lib/env";
import { packFiles } from "@/lib/web/server/packing/packed-files";
import { atOnce, endWith } from "./life";
import { step } from "./say";
import { sourcesOfPages } from "./sources.mjs";

const STAMP = ".next/lineup-sources";

/** Builds the pages unless `.next` was built, to its end, from exactly these sources: by whichever Node, what is built is the same. */
export async function buildIfStale() {
  if (isBuilt()) return;
  await step("Building the pages", () =>
    inTurn(async () => {
      if (isBuilt()) return;
      const sources = sourcesOfPages();
      rmSync(STAMP, { force: true });
      await build();
      await packFiles();
      takeAsBuiltFrom(sources);
    }),
  );
}

export const takeAsBuiltFrom = (sources: string) => writeFileSync(STAMP, sources);

export const isBuilt = () =>
  existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesOfPages();

/** Two launchers in one checkout build one after the other; the second then has nothing to do. */
async function inTurn(work: () => Promise<void>) {
  mkdirSync(".next/cache", { recursive: true });
  for (;;) {
    const lock = takeLock(".next/cache/lineup-build");
    if ("release" in lock) return work().finally(lock.release);
    await sleep(500);
  }
}

/**
 * Next draws lots for the names of a build and of its actions. Out of the sources they are the same on every server of a
 * version, so that any answers what another has shown. This key names actions only; what is secret has its own (lib/web).
 */
export const namesFor = (sources: string) => ({
  LINEUP_BUILD: sources.slice(0, 20),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash("sha256").update(`actions of ${sources}`).digest("base64"),
});

async function build() {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const program = ["--import", path.resolve("scripts/support/end-with-parent.mjs"), next, "build"];
  const env = environmentWith(namesFor(sourcesOfPages()));
  const child = spawn(process.execPath, program, { detached: true, env, stdio: ["ignore", "pipe", "pipe"] });
  endWith("the build", async () => endGroup(child));
  atOnce(() => endGroup(child));
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  if (code !== 0)
    throw new StartProblem(`${Buffer.concat(output).toString("utf8").trimEnd()}\nThe pages could not be built.`);
}

/** The build has helpers of its own: the whole group ends. */
function endGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}
