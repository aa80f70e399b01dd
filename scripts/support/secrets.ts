import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The secret kept as `name` in the data folder, for its owner's eyes only; made by `make` when there is none. */
export function keptSecret(dir: string, name: string, make: () => string): string {
  const kept = readSecret(dir, name);
  if (kept) return kept;
  const made = make();
  keepSecret(dir, name, made);
  return made;
}

export function readSecret(dir: string, name: string): string | undefined {
  const file = path.join(dir, name);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

export function keepSecret(dir: string, name: string, secret: string) {
  const file = path.join(dir, name);
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
