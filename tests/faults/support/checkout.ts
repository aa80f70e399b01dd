import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { environmentFor } from "@/tests/support/run/env";
import { KILL_GROUP, whenWeEnd } from "@/tests/support/run/guard";
import { folderIn, type Ground } from "./ground";

/** What is no source, or too much of it to be copied. */
const LEFT = new Set([".git", ".next", ".data", ".env", ".env.local", "node_modules", "test-results", "screens"]);

/** Where the bundler keeps what it knows of the sources that have not changed. */
const FOUND_OUT = ".next/cache/turbopack";

/** A change to one source file. */
export type Change = { file: string; from: string; to: string };

const made = new Map<string, Promise<string>>();

/**
 * A clean checkout in a folder of its own, built there by itself as `npm run build` does; once a run for each change that
 * makes another version of it. Another version may know what our build has found out, one that must be alike may not.
 */
export function checkout(ground: Ground, change?: Change): Promise<string> {
  const name = JSON.stringify(change ?? null);
  const known = made.get(name) ?? build(ground, change);
  made.set(name, known);
  return known;
}

async function build(ground: Ground, change?: Change): Promise<string> {
  const folder = path.join(folderIn(ground.folder, "checkout"), "lineup");
  mkdirSync(folder);
  for (const name of readdirSync("."))
    if (!LEFT.has(name)) cpSync(name, path.join(folder, name), { recursive: true, dereference: false });
  // By hard links where the disk is the same one.
  const copying = 'cp -al node_modules "$0" 2>/dev/null || { rm -rf "$0/node_modules"; cp -a node_modules "$0"; }';
  await done("sh", ["-c", copying, folder], ".");
  if (change) {
    if (existsSync(FOUND_OUT)) cpSync(FOUND_OUT, path.join(folder, FOUND_OUT), { recursive: true });
    const file = path.join(folder, change.file);
    const source = readFileSync(file, "utf8");
    if (!source.includes(change.from)) throw new Error(`${change.file} has no "${change.from}"`);
    writeFileSync(
      file,
      source.replace(change.from, () => change.to),
    );
  }
  await done(process.execPath, ["--import", "tsx", "scripts/build.ts"], folder);
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
