import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readKept } from "@/db/embedded/read-kept";
import { StartProblem } from "@/lib/env";

/** `least`: characters. `loss`: what is gone with it, for whoever decides to delete it. */
export type Secret = { dir: string; name: string; least: number; loss: string };

/** The secret of that name in the data folder, for its owner's eyes only; made by `make` when there is none. */
export function keptSecret(secret: Secret, make: () => string): string {
  return readSecret(secret) ?? keepSecret(secret, make());
}

/** One that is there and can't be read, or is not whole, is never replaced: it may come back from a copy. */
export function readSecret({ dir, name, least, loss }: Secret): string | undefined {
  const file = path.join(dir, name);
  if (!existsSync(file)) return undefined;
  const kept = readKept(file).trim();
  if (kept.length >= least) return kept;
  throw new StartProblem(
    `${file} is ${kept ? "too short" : "empty"}: restore it from a copy, or delete it to have a new one made (${loss}).`,
  );
}

export function keepSecret({ dir, name }: Pick<Secret, "dir" | "name">, secret: string): string {
  const file = path.join(dir, name);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}
