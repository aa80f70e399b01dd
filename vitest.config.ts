import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Far more than anything takes on a machine with ten other things to do, milliseconds. */
const HANGS = 600_000;

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const FOLDERS = ["app", "components", "db", "lib", "scripts", "tests"];

/**
 * What reaches beyond the rows that a test has made: modules, clocks, streams, timers, whole tables, plans by their size.
 * A file with such a word gets a process and a database of its own; all others share one of each a worker, where
 * settings and what is spied on are put back after each file.
 */
const REACHES_BEYOND = new RegExp(
  [
    /\bvi\.(mock|hoisted|resetModules|stub\w+|useFakeTimers)\b|\bprocess\.(?!stdout|stderr)|close(Reads|Writes)\b|openStream|securityEvents|OnPhone/,
    /startEmbedded|startTestPostgres|startWorker|drainOutbox|claimNext|outboxTests|textingTests|\bsweep|\breseal/,
    /\btruncate\b|\$count\(\w+\)|writeDb\.delete\(\w+\)(?!\s*\.where)|`explain |\bvacuum\b|databaseAt|brokenRules/,
    // Who reads or writes by the thousand, beside whom others would be slow.
    /\beverything\(|generate_series|countDays|workOnImports/,
    /anyAccount|takeStrays|setUp\(|makeDemo|\bseed[A-Z]|scripts\/seed|applyFunctions/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** As patterns for vitest, to which the brackets of a route mean something. */
const filesAlone = () =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name)),
  )
    .filter((file) => /\.test\.tsx?$/.test(file) && REACHES_BEYOND.test(readFileSync(file, "utf8")))
    .map((file) => file.replace(/[()[\]{}!*?]/g, "\\$&"));

const resolve = { alias: { "@/": at("./") } };

type Own = { include: string[]; exclude?: string[]; isolate: boolean };

const project = (name: "alone" | "together", own: Own): TestProjectInlineConfiguration => ({
  resolve,
  // React as servers have it: the other one looks for our mistakes at every element of a letter.
  oxc: { jsx: { runtime: "automatic", development: false } },
  test: {
    name,
    env: { NODE_ENV: "production" },
    ...own,
    provide: { alone: own.isolate },
    setupFiles: "tests/support/run/vitest-file.ts",
    pool: "forks",
    // For what hangs; how long something takes is the machine's doing.
    testTimeout: HANGS,
    hookTimeout: HANGS,
    // Otherwise Node looks for next/server without the bundler's help and finds nothing.
    server: { deps: { inline: ["next-auth"] } },
  },
});

const alone = filesAlone();

export default defineConfig({
  resolve,
  test: {
    globalSetup: "tests/support/run/vitest-run.ts",
    maxWorkers: 2,
    teardownTimeout: HANGS,
    projects: [
      project("alone", { include: alone, isolate: true }),
      project("together", {
        include: ["{app,components,db,lib,scripts}/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
        exclude: alone,
        isolate: false,
      }),
    ],
  },
});
