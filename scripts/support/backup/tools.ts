import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

export type Tools = { bin: string; version: string };

const NEEDED = ["initdb", "postgres", "pg_dump", "pg_restore"];
const OLDEST = 15;

/** A PostgreSQL of this machine, 15 or later, with all its tools: what is there, or Debian's where we may install it. */
export function findTools(): Tools | { problem: string } {
  const found = newest(folders());
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) fromDebian();
  return newest(folders()) ?? { problem: PROBLEM };
}

const PROBLEM = `There is no PostgreSQL ${OLDEST} or later with ${NEEDED.join(", ")}. Install one (apt-get install postgresql) or put its programs in the PATH.`;

/** Debian keeps every version in a folder of its own, out of the PATH. */
function folders(): string[] {
  const said = quietly("pg_config", "--bindir");
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => path.join(debian, name, "bin")) : [];
  const inPath = quietly("sh", "-c", 'printf %s "$PATH"').split(":");
  return [said, ...versions, ...inPath].filter((folder) => NEEDED.every((name) => existsSync(path.join(folder, name))));
}

function newest(all: string[]): Tools | undefined {
  const known = all.map((bin) => ({ bin, version: versionOf(bin) })).filter(({ version }) => major(version) >= OLDEST);
  return known.sort((a, b) => major(b.version) - major(a.version))[0];
}

const major = (version: string) => Number.parseInt(version, 10) || 0;
const versionOf = (bin: string) => /\d+(\.\d+)*/.exec(quietly(path.join(bin, "pg_dump"), "--version"))?.[0] ?? "";

function quietly(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** The lists of a fresh machine may be missing or old. */
function fromDebian() {
  const apt = (...args: string[]) =>
    execFileSync("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", ...args], { stdio: "ignore", timeout: 600_000 });
  try {
    apt("update");
    apt("install", "-y", "postgresql");
  } catch {
    // What is missing is told.
  }
}
