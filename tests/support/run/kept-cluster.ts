import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

const FOLDER = "node_modules/.cache/lineup-test-cluster";

/** All that makes a migrated database what it is, and whose cluster it is: PostgreSQL reads nobody else's. */
export function namedBySources(): string {
  const hash = createHash("sha256").update(`${process.getuid?.()}\0`);
  const files = readdirSync("db", { recursive: true, encoding: "utf8" }).map((name) => path.join("db", name));
  for (const file of ["package-lock.json", ...files.filter((name) => /\.(ts|sql|json)$/.test(name)).sort()])
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** Fills `dir` with the stopped cluster that an earlier run has made of the same sources, if there is one. */
export function takeKept(dir: string): boolean {
  const kept = path.join(FOLDER, namedBySources());
  if (!existsSync(kept)) return false;
  execFileSync("cp", ["-a", `${kept}/.`, dir]);
  return true;
}

/** Keeps the stopped cluster of `dir` for the next run, in place of older ones. It appears as a whole. */
export function keep(dir: string) {
  // Where PostgreSQL can't reach the folder, the cluster lies elsewhere, and a copy would lead there.
  if (!existsSync(path.join(dir, "postgres/data"))) return;
  mkdirSync(FOLDER, { recursive: true });
  const old = readdirSync(FOLDER).filter((name) => !name.startsWith("new-"));
  const made = mkdtempSync(path.join(FOLDER, "new-"));
  execFileSync("cp", ["-a", `${dir}/.`, made]);
  const kept = path.join(FOLDER, namedBySources());
  try {
    renameSync(made, kept);
    for (const name of old) rmSync(path.join(FOLDER, name), { recursive: true, force: true });
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
}
