import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "@/db/embedded/lock";
import { StartProblem } from "@/lib/env";
import { atOnce, endWith } from "./life";
import { step } from "./say";

const STAMP = ".next/lineup-sources";
const FOLDERS = ["app", "components", "lib", "db", "public"];
const FILES = /^(package-lock\.json|tsconfig(\.build)?\.json|instrumentation\.ts|.*\.config\.m?[jt]s)$/;

/** Builds the pages unless `.next` was built, to its end, from exactly these sources. */
export async function buildIfStale() {
  if (isFresh()) return;
  await step("Building the pages", () =>
    inTurn(async () => {
      if (isFresh()) return;
      const sources = fingerprint();
      rmSync(STAMP, { force: true });
      await build();
      writeFileSync(STAMP, sources);
    }),
  );
}

const isFresh = () =>
  existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();

/** Of every file that can end up in a page; tests and migrations cannot. */
function fingerprint() {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  const files = [...FOLDERS.flatMap(filesIn), ...readdirSync(".").filter((name) => FILES.test(name))];
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.startsWith(path.join("db", "migrations")));
}

/** Two launchers in one checkout build one after the other; the second then has nothing to do. */
async function inTurn(work: () => Promise<void>) {
  mkdirSync(".next/cache", { recursive: true });
  for (;;) {
    const lock = takeLock(".next/cache/lineup-build");
    if ("release" in lock) return work().finally(lock.release);
    await sleep(500);
  }
}

async function build() {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const program = ["--import", path.resolve("scripts/support/end-with-parent.mjs"), next, "build"];
  const child = spawn(process.execPath, program, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
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
