import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildIfStale } from "@/scripts/support/build-if-stale";
import { environmentFor } from "@/tests/support/run/env";
import { KILL_GROUP, whenWeEnd } from "@/tests/support/run/guard";
import { folderIn, type Ground } from "../ground";
import type { How } from "../stage";

/** What is no source, or too much of it to be copied. */
const LEFT = new Set([".git", ".next", ".data", ".env", ".env.local", "node_modules", "test-results", "screens"]);

const CACHE = path.join(".next", "cache");

/** Where the bundler keeps what it knows of the sources that have not changed. */
const FOUND_OUT = path.join(CACHE, "turbopack");

/** A change to one source file. `renames`: all that comes of it in a build is that names in it are others. */
export type Change = { file: string; from: string; to: string; renames?: true };

const made = new Map<string, Promise<string>>();

/**
 * A clean checkout in a folder of its own, built there by itself as `npm run build` does; once a run for each change that
 * makes another version of it. Another version may know what our build has found out, one that must be alike may not.
 * Where time counts, a version whose names alone are others is our build with such names.
 */
export function checkout({ ground, length }: How, change?: Change): Promise<string> {
  const isRenamed = change?.renames === true && length !== "full";
  const name = JSON.stringify([change, isRenamed]);
  const known = made.get(name) ?? make(ground, change, isRenamed);
  made.set(name, known);
  return known;
}

async function make(ground: Ground, change: Change | undefined, isRenamed: boolean): Promise<string> {
  const folder = path.join(folderIn(ground.checkouts, "checkout"), "lineup");
  mkdirSync(folder);
  for (const name of readdirSync("."))
    if (!LEFT.has(name)) cpSync(name, path.join(folder, name), { recursive: true, dereference: false });
  // By hard links where the disk is the same one.
  const copying = 'cp -al node_modules "$0" 2>/dev/null || { rm -rf "$0/node_modules"; cp -a node_modules "$0"; }';
  await done("sh", ["-c", copying, folder], ".");
  if (change) {
    if (isRenamed) {
      await buildIfStale();
      cpSync(".next", path.join(folder, ".next"), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (name) => name !== CACHE,
      });
    } else if (existsSync(FOUND_OUT)) cpSync(FOUND_OUT, path.join(folder, FOUND_OUT), { recursive: true });
    const file = path.join(folder, change.file);
    const source = readFileSync(file, "utf8");
    if (!source.includes(change.from)) throw new Error(`${change.file} has no "${change.from}"`);
    writeFileSync(
      file,
      source.replace(change.from, () => change.to),
    );
  }
  const program = isRenamed ? "tests/faults/support/versions/rename-build.ts" : "scripts/build.ts";
  await done(process.execPath, ["--import", "tsx", program], folder);
  return folder;
}

async function done(program: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(program, args, {
    cwd,
    env: environmentFor({}),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const callOff = whenWeEnd(KILL_GROUP, String(child.pid ?? 0));
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  callOff();
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${Buffer.concat(output)}`);
}
