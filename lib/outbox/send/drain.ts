import { setTimeout as sleep } from "node:timers/promises";
import { anythingDue } from "./claim";
import { canDeliver } from "./deliver";
import { sendNext } from "./send-next";

/** So many emails are under way at once: a provider that hangs on some doesn't hold up the others. */
const LANES = 4;

/** While one lane is at work more may be queued, so the others stay: one writes letters while another waits its turn. */
const LOOK_AGAIN_MS = 100;

/** One pass: sends until nothing is due. What has to wait, or was claimed by another worker, is left for later. */
export async function drainOutbox(stop?: AbortSignal): Promise<void> {
  if (!canDeliver() || !(await anythingDue())) return;
  let busy = 0;
  const lane = async () => {
    while (!stop?.aborted) {
      busy++;
      const found = await sendNext().finally(() => busy--);
      if (found) continue;
      if (busy === 0) return;
      await sleep(LOOK_AGAIN_MS);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = lanes.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
