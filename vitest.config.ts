import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { filesAlone } from "./tests/support/sharing";

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const resolve = { alias: { "@/": at("./") } };

type Own = { include: string[]; exclude?: string[]; isolate: boolean };

const project = (name: "alone" | "together", own: Own): TestProjectInlineConfiguration => ({
  resolve,
  test: {
    name,
    ...own,
    provide: { alone: own.isolate },
    setupFiles: "tests/support/vitest-file.ts",
    pool: "forks",
    // For what hangs; how long something takes is the machine's doing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Otherwise Node looks for next/server without the bundler's help and finds nothing.
    server: { deps: { inline: ["next-auth"] } },
  },
});

const alone = filesAlone();

export default defineConfig({
  resolve,
  test: {
    globalSetup: "tests/support/vitest-run.ts",
    maxWorkers: 2,
    teardownTimeout: 120_000,
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
