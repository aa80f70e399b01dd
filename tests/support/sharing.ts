import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "components", "db", "lib", "scripts", "tests"];

/**
 * What reaches beyond the rows that a test has made: modules, settings, streams, timers, whole tables, plans by their
 * size. A file with such a word gets a process and a database of its own; all others share one of each a worker.
 */
const REACHES_BEYOND = new RegExp(
  [
    /\bvi\.(mock|hoisted|spyOn|stub\w+|useFakeTimers)\b|\bprovide\(|\bprocess\.|close(Reads|Writes)\b/,
    /startEmbedded|startTestPostgres|startWorker|drainOutbox|claimNext|outboxTests|\bsweep/,
    /\btruncate\b|\$count\(|writeDb\.delete|\bexplain\b|\bvacuum\b|databaseAt|brokenRules/,
    /anyAccount|setUp\(|makeDemo|\bseed/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** As patterns for vitest, to which the brackets of a route mean something. */
export const filesAlone = () =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name)),
  )
    .filter((file) => /\.test\.tsx?$/.test(file) && REACHES_BEYOND.test(readFileSync(file, "utf8")))
    .map((file) => file.replace(/[()[\]{}!*?]/g, "\\$&"));
