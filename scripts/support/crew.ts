import cluster, { type Worker } from "node:cluster";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { StartProblem } from "@/lib/env";
import { log } from "@/lib/log";
import { bundled } from "./bundle.mjs";
import { tellCrewMetrics } from "./crew-metrics";

/** One process renders on one core; more than four would want more connections than a small PostgreSQL has. */
const MOST = 4;

/**
 * V8 lets a heap grow to several times what is alive before it looks what isn't, more on a machine with much memory. At a
 * fifth more a page costs the same CPU (docs/budget.md) and a process half as much memory.
 */
const MODEST = ["--heap-growing-percent=20", "--max-semi-space-size=8"];

/** What a serving process sends when it takes requests. */
export const SERVING = "serving";

/** Longer than a process takes to finish what it is answering. */
const PATIENCE = 15_000;

/**
 * Serves from as many processes as there are cores, all on one port. One that dies is replaced. Gives what to call to
 * have them finish what they are answering and end.
 */
export async function crew(): Promise<() => Promise<void>> {
  tellCrewMetrics();
  cluster.setupPrimary({ exec: await servingProgram(), execArgv: [...MODEST] });
  let ending = false;
  const size = Math.min(MOST, availableParallelism());
  await Promise.all(Array.from({ length: size }, () => listening(cluster.fork())));
  cluster.on("exit", (_, code, signal) => {
    if (ending) return;
    log.error("process.died", `a serving process ended (${signal ?? code})`);
    setTimeout(() => ending || cluster.fork(), 500);
  });
  return async () => {
    ending = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && ended(worker)));
  };
}

/** Beside a launcher that is bundled itself, and made with the same bugs planted; a script is run as it is written. */
const servingProgram = async () =>
  import.meta.url.endsWith(".ts") ? bundled("serve") : fileURLToPath(new URL("serve.mjs", import.meta.url));

/** It says so once all its addresses are open; why it can't start is on stderr already. */
const listening = (worker: Worker) =>
  new Promise<void>((resolve, reject) => {
    worker.on("message", (message: unknown) => message === SERVING && resolve());
    worker.once("exit", () => reject(new StartProblem("The server could not start.")));
  });

const ended = (worker: Worker) =>
  new Promise<void>((resolve) => {
    const lost = setTimeout(() => worker.process.kill("SIGKILL"), PATIENCE);
    worker.once("exit", () => {
      clearTimeout(lost);
      resolve();
    });
    worker.process.kill("SIGTERM");
  });
