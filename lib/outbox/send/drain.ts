import { inLanes } from "../../worker/lanes";
import { anythingDue } from "./claim";
import { canDeliver } from "./deliver";
import { sendNext } from "./send-next";

/** One pass: sends until nothing is due. What has to wait, or was claimed by another worker, is left for later. */
export async function drainOutbox(stop?: AbortSignal): Promise<void> {
  if (canDeliver() && (await anythingDue())) await inLanes({ next: sendNext, stop });
}
