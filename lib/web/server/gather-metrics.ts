import { randomUUID } from "node:crypto";
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue, register } from "prom-client";

type Said = MetricObjectWithValues<MetricValue<string>>[];
export type MetricsMessage =
  | { metrics: "all please"; id: string }
  | { metrics: "all"; id: string; text: string }
  | { metrics: "yours please"; id: string }
  | { metrics: "mine"; id: string; said: Said };

/** A process that is lost must not keep the others' figures back. */
const PATIENCE = 2000;

/** In a serving process: says its own figures when asked, and gives what to call to learn everybody's, the launcher's too. */
export function gatherFromCrew(): () => Promise<string> {
  if (!process.send) return () => register.metrics();
  process.on("message", async (message: MetricsMessage) => {
    if (message?.metrics !== "yours please") return;
    process.send?.({ metrics: "mine", id: message.id, said: await register.getMetricsAsJSON() });
  });
  return async () => {
    const id = randomUUID();
    const answer = heard(process, (message) => message?.metrics === "all" && message.id === id);
    process.send?.({ metrics: "all please", id });
    const all = await answer;
    if (all?.metrics !== "all") throw new Error("the launcher did not answer");
    return all.text;
  };
}

type Line = {
  on: (event: "message", hear: (message: MetricsMessage) => void) => unknown;
  off: (event: "message", hear: (message: MetricsMessage) => void) => unknown;
};

/** The first message that is meant, or nothing in time. */
export function heard(line: Line, isMeant: (message: MetricsMessage) => boolean): Promise<MetricsMessage | undefined> {
  return new Promise((resolve) => {
    const end = (message?: MetricsMessage) => {
      clearTimeout(timer);
      line.off("message", hear);
      resolve(message);
    };
    const hear = (message: MetricsMessage) => isMeant(message) && end(message);
    const timer = setTimeout(() => end(), PATIENCE);
    line.on("message", hear);
  });
}

/** What several processes said, added up, as Prometheus reads it. */
export const addedUp = (said: Said[]): Promise<string> => AggregatorRegistry.aggregate(said).metrics();
