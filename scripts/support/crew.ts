import cluster, { type Worker } from "node:cluster";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { provided, StartProblem } from "@/lib/env";
import { log } from "@/lib/log";
import { bundled } from "./bundle.mjs";

/** One process renders on one core; more than four would want more connections than a small PostgreSQL has. */
const MOST = 4;

/**
 * V8 lets a heap grow to several times what is alive before it looks what isn't, more on a machine with much memory. At a
 * fifth more a page costs the same CPU (docs/budget.md) and a process half as much memory.
 */
const MODEST = ["--heap-growing-percent=20", "--max-semi-space-size=8"];

/** What a serving process says when it has loaded all it needs, and when it takes requests. */
export const [PREPARED, SERVING] = ["prepared", "serving"];

/** What it is told between the two: settings that the launcher did not have yet when it started the process. */
export const Opening = z.object({ open: z.record(z.string(), z.string()) });

/** Longer than a process takes to finish what it is answering. */
const PATIENCE = 15_000;

export type Crew = {
  /** To be called once the settings are complete. Resolves when all take requests. */
  open: () => Promise<void>;
  /** They finish what they are answering and end. */
  end: () => Promise<void>;
};

/**
 * As many serving processes as there are cores, all for one port. The first loads what it needs at once, and takes requests
 * when they are opened; the others follow it, so that they don't take its cores from it. One that dies later is replaced.
 */
export async function hire(): Promise<Crew> {
  cluster.setupPrimary({ exec: await servingProgram(), execArgv: [...MODEST] });
  const state = { ending: false, openDoors: () => {} };
  const opened = new Promise<void>((resolve) => {
    state.openDoors = resolve;
  });
  const fork = () => {
    const worker = cluster.fork();
    const tell = () => worker.isConnected() && worker.send({ open: provided() } satisfies z.infer<typeof Opening>);
    worker.on("message", (message: unknown) => message === PREPARED && void opened.then(tell));
    return worker;
  };
  const others = Math.min(MOST, availableParallelism()) - 1;
  const first = listening(fork());
  // Whoever opens them learns of it.
  first.catch(() => undefined);
  return {
    async open() {
      state.openDoors();
      const { tellCrewMetrics } = await import("./crew-metrics");
      tellCrewMetrics();
      await first;
      // It takes requests already.
      cluster.on("exit", (_, code, signal) => {
        if (state.ending) return;
        log.error("process.died", `a serving process ended (${signal ?? code})`);
        setTimeout(() => state.ending || fork(), 500);
      });
      await Promise.all(Array.from({ length: others }, () => listening(fork())));
    },
    async end() {
      state.ending = true;
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && ended(worker)));
    },
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
