import { crowd } from "./crowd";
import { sentBy } from "./sent-by";
import type { Stage } from "./stage";
import { until } from "./until";

/** Which server sends what is chance: more people are invited until each has sent something. */
export async function everySends(stage: Stage): Promise<void> {
  const { how, portals } = stage;
  if (how.plant) return;
  await until(async () => {
    if (portals.every((portal) => sentBy(portal) > 0)) return true;
    await crowd(stage, { people: 4, portals }).finished;
    return false;
  });
}
