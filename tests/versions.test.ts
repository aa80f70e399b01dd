import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Manifest = z.object({ version: z.string() });
const Own = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const installed = (name: string) => Manifest.parse(read(`node_modules/${name}/package.json`)).version;

/** Whether a version is at least another; a beta comes before its release. */
function atLeast(version: string, least: string): boolean {
  const [a, b] = [parts(version), parts(least)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    if (x !== y) return x > y;
  }
  return true;
}

/** 5.0.0-beta.32 as 5, 0, 0, -1, 32: a release has a 0 where a beta has -1. */
function parts(version: string): number[] {
  const [numbers = "", beta] = version.split(/-\w+\.?/);
  return [...numbers.split(".").map(Number), ...(beta === undefined ? [0, 0] : [-1, Number(beta)])];
}

test("versions are told apart", () => {
  expect(atLeast("16.3.3", "16.3.3")).toBe(true);
  expect(atLeast("16.10.0", "16.3.3")).toBe(true);
  expect(atLeast("16.3.2", "16.3.3")).toBe(false);
  expect(atLeast("5.0.0-beta.32", "5.0.0-beta.30")).toBe(true);
  expect(atLeast("5.0.0-beta.9", "5.0.0-beta.30")).toBe(false);
  expect(atLeast("5.0.0-beta.99", "5.0.0")).toBe(false);
  expect(atLeast("5.0.0", "5.0.0-beta.30")).toBe(true);
});

test("Next has the fixes of 16.3.3, below which there are published advisories", () => {
  expect(atLeast(installed("next"), "16.3.3")).toBe(true);
});

test("NextAuth is newer than 4.24.15, below which there are published advisories", () => {
  // beta.30 is the first of version 5 with the fix for addresses that two mail parsers read differently.
  expect(atLeast(installed("next-auth"), "5.0.0-beta.30")).toBe(true);
});

test("every dependency is pinned, so that what was tested is what is installed", () => {
  const { dependencies, devDependencies } = Own.parse(read("package.json"));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[\w-]+@)?\d/.test(version),
  );
  expect(loose).toEqual([]);
});

test("every dependency says what it does here, and nothing says so that is none", () => {
  const { dependencies, devDependencies } = Own.parse(read("package.json"));
  const rows = readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| (`[^|]+`) \|/gm);
  const said = [...rows].flatMap(([, names = ""]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(said.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional(), resolved: z.string().optional() }),
  ),
});

test("the lock file holds every platform's package, which `npm ci` insists on, and no registry's address", () => {
  const { packages } = Lock.parse(read("package-lock.json"));
  const all = Object.values(packages);
  const wanted = all.flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !Object.keys(packages).some((at) => at.endsWith(`node_modules/${name}`)))).toEqual([]);
  expect(all.filter(({ resolved }) => resolved)).toEqual([]);
});
