import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FILES = /^(package-lock\.json|tsconfig\.json|instrumentation\.ts|(next|postcss)\.config\.m?[jt]s)$/;

/** What can end up in a page. */
const PAGES = ["app", "components", "lib", "db", "public"];

/** What can end up in a program that runs without pages: a launcher, a serving process. */
export const PROGRAMS = ["components", "lib", "db", "scripts"];

/**
 * One name for every file that can end up in a page, tests and migrations cannot: the same in each checkout of a commit,
 * wherever it lies and whatever it is set to.
 */
export const sourcesOfPages = () => nameOf(PAGES);

export const sourcesOfPrograms = () => nameOf(PROGRAMS);

/** @param {string[]} folders */
function nameOf(folders) {
  const hash = createHash("sha256");
  const files = [...folders.flatMap(filesIn), ...readdirSync(".").filter((name) => FILES.test(name))];
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/^db.(migrations|functions)\b/.test(file));
}
