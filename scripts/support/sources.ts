import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "components", "lib", "db", "public"];
const FILES = /^(package-lock\.json|tsconfig\.json|instrumentation\.ts|(next|postcss)\.config\.m?[jt]s)$/;

/**
 * One name for every file that can end up in a page, tests and migrations cannot: the same in each checkout of a commit,
 * wherever it lies and whatever it is set to.
 */
export function sourcesHere(): string {
  const hash = createHash("sha256");
  const files = [...FOLDERS.flatMap(filesIn), ...readdirSync(".").filter((name) => FILES.test(name))];
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/^db.(migrations|functions)\b/.test(file));
}
