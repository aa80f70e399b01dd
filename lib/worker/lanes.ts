import { setTimeout as sleep } from "node:timers/promises";

/** So many are under way at once: a provider that hangs on some doesn't hold up the others. */
const LANES = 4;

/** While one lane is at work more may be queued, so the others stay: one prepares while another waits its turn. */
const LOOK_AGAIN_MS = 100;

type Work = {
  /** Does what is due next; false when nothing is. */
  next: () => Promise<boolean>;
  /** Whether something is due that has to wait a moment: then the lanes stay, too. */
  soon?: () => Promise<boolean>;
  stop?: AbortSignal | undefined;
  lanes?: number;
};

/** One pass: works until nothing is due. What has to wait, or was claimed by another worker, is left for later. */
export async function inLanes({ next, soon = async () => false, stop, lanes: many = LANES }: Work): Promise<void> {
  let busy = 0;
  const lane = async () => {
    while (!stop?.aborted) {
      busy++;
      const found = await next().finally(() => busy--);
      if (found) continue;
      if (busy === 0 && !(await soon())) return;
      await sleep(LOOK_AGAIN_MS);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: many }, lane));
  const failed = lanes.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
