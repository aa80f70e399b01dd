import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage";
import { until } from "./until";

/** Whether somebody has been told nothing, or that something went wrong, since then. */
export const noticed = ({ prober, told }: Stage, from: number): boolean =>
  prober.pages.some(({ began, ms, seen }) => seen !== "good" && began + ms >= from) ||
  told.again.some((at) => at >= from);

/** Waits for so long, until somebody has noticed, and until each page was asked for and answered meanwhile. */
export async function felt(stage: Stage, atLeast: number): Promise<void> {
  const from = Date.now();
  await sleep(atLeast);
  const answered = () => new Set(stage.prober.pages.filter(({ began }) => began >= from).map(({ path }) => path));
  await until(() => noticed(stage, from) && answered().size === 3);
}
