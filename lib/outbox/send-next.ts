import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "../email/send";
import { env } from "../env";
import { log } from "../log";
import { type Claimed, claimNext } from "./claim";
import { deliver } from "./deliver";
import { openLetter, reasonToDrop } from "./open-letter";
import { park, putBack, settle } from "./settle";
import { pauseSending, takeSlot } from "./slots";

/** Claims the next due email and sees it through one try. False when nothing is due. */
export async function sendNext(): Promise<boolean> {
  const email = await claimNext();
  if (!email) return false;
  const reason = reasonToDrop(email);
  if (reason) {
    await park(email, reason);
    return true;
  }
  const slot = env().resendApiKey ? await takeSlot(env().resendRate) : { taken: true, seconds: 0 };
  if (!slot.taken) {
    await putBack(email, slot.seconds);
    return true;
  }
  if (slot.seconds > 0) await sleep(slot.seconds * 1000);
  const delivery = await attempt(email);
  if (delivery.kind === "retry" && delivery.busy) await pauseSending(delivery.after ?? 1);
  await settle(email, delivery);
  return true;
}

/** What can't be written now is tried again like what can't be sent: a fault of ours may be mended by the next version. */
async function attempt(email: Claimed): Promise<Delivery> {
  try {
    const message = await openLetter(email);
    return "kind" in message ? message : await deliver(message);
  } catch (error) {
    const id = log.error("email.unsendable", error, { outboxId: email.id, template: email.template });
    return { kind: "retry", error: `a fault of ours, event ${id}` };
  }
}
