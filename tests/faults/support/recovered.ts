import { LONGEST_RECOVERY, recoveryFrom } from "../judge";
import { deliveriesOf } from "./gather";
import type { Stage } from "./stage";
import { until } from "./until";

/** Waits until a page is there and an email has left after the last trouble; whether in time is the judge's. */
export async function recovered({ how, troubles, prober, provider, told }: Stage): Promise<void> {
  const last = troubles.at(-1);
  if (!last) return;
  const { accepted } = told;
  await until(() => accepted.some(({ began }) => began >= last.to));
  // What a planted bug keeps from ever coming needs to be late only.
  const atMost = how.length === "twin" ? 1.2 * LONGEST_RECOVERY : undefined;
  const seen = () => recoveryFrom({ pages: prober.pages, deliveries: deliveriesOf(provider), accepted }, last);
  await until(() => Object.values(seen()).every(Number.isFinite), atMost);
}
