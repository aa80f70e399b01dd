import { anythingDue } from "./claim";
import { canDeliver } from "./deliver";
import { sendNext } from "./send-next";

/** So many emails are under way at once: a provider that hangs on some doesn't hold up the others. */
const LANES = 4;

/** One pass: sends until nothing is due. What has to wait, or was claimed by another worker, is left for later. */
export async function drainOutbox(stop?: AbortSignal): Promise<void> {
  if (!canDeliver() || !(await anythingDue())) return;
  const lane = async () => {
    while (!stop?.aborted && (await sendNext())) {}
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = lanes.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
