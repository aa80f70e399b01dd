import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage";

/** Longer than a page may take. */
const PATIENCE = 12_000;

/** Waits for so long, and until somebody has noticed: on a slow machine people need their time. */
export async function felt({ prober, told }: Stage, atLeast: number): Promise<void> {
  const from = Date.now();
  const noticed = () =>
    prober.pages.some(({ began, ms, seen }) => seen !== "good" && began + ms >= from) ||
    told.again.some((at) => at >= from);
  await sleep(atLeast);
  while (!noticed() && Date.now() < from + PATIENCE) await sleep(50);
}
