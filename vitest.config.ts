import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@/": at("./") } },
  test: {
    include: ["{app,components,db,lib,scripts}/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
    globalSetup: "tests/support/vitest-run.ts",
    setupFiles: "tests/support/vitest-file.ts",
    pool: "forks",
    maxWorkers: 2,
    // For what hangs; how long something takes is the machine's doing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 120_000,
    // Otherwise Node looks for next/server without the bundler's help and finds nothing.
    server: { deps: { inline: ["next-auth"] } },
  },
});
