import { carrierHere } from "../../carrier/carrier-here";
import { freezeNext } from "./freeze";
import { queueNext } from "./queue-next";

/** One pass: begins campaigns whose time has come, and goes on with those under way as far as there is room and they may. */
export async function runCampaigns(stop?: AbortSignal): Promise<void> {
  while (!stop?.aborted && (await freezeNext())) {}
  while (carrierHere() && !stop?.aborted && (await queueNext())) {}
}
