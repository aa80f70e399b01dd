import { setTimeout as sleep } from "node:timers/promises";
import { recoveryFrom } from "../judge";
import type { Stage } from "./stage";

/** Longer than it may take, so that what takes too long is measured. */
const PATIENCE = 10_000;

/** Waits until a page is there and an email has left after the last trouble; whether in time is the judge's. */
export async function recovered({ troubles, prober, provider, told }: Stage): Promise<void> {
  const last = troubles.at(-1);
  if (!last) return;
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(50)) {
    const seen = { pages: prober.pages, deliveries: provider.emails, accepted: told.accepted };
    if (Object.values(recoveryFrom(seen, last)).every(Number.isFinite)) return;
  }
}
