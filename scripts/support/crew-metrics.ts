import cluster, { type Worker } from "node:cluster";
import { randomUUID } from "node:crypto";
import { register } from "prom-client";
import { watchQueue } from "@/lib/metrics";
import { addedUp, heard, type MetricsMessage } from "@/lib/web/server/gather-metrics";

/** In the launcher: whichever serving process is asked for the metrics gets those of all, and the worker's. */
export function tellCrewMetrics(): void {
  watchQueue();
  cluster.on("message", async (asker: Worker, message: MetricsMessage) => {
    if (message?.metrics !== "all please") return;
    asker.send({ metrics: "all", id: message.id, text: await everybodys() });
  });
}

async function everybodys(): Promise<string> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected());
  const said = await Promise.all(workers.map((worker) => worker && figuresOf(worker)));
  return addedUp([await register.getMetricsAsJSON(), ...said.filter((figures) => figures !== undefined)]);
}

async function figuresOf(worker: Worker) {
  const id = randomUUID();
  const answer = heard(worker, (message) => message?.metrics === "mine" && message.id === id);
  worker.send({ metrics: "yours please", id });
  const mine = await answer;
  return mine?.metrics === "mine" ? mine.said : undefined;
}
