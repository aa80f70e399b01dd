import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "../email/send";
import { env } from "../env";
import { log } from "../log";
import { type Claimed, claimNext } from "./claim";
import { deliver } from "./deliver";
import { openLetter, reasonToDrop } from "./open-letter";
import { sendSet } from "./send-set";
import { park, putBack, settle } from "./settle";
import { pauseSending, takeSlot } from "./slots";

/** Claims what is due next and sees it through one try. False when nothing is due. */
export async function sendNext(): Promise<boolean> {
  const [email, ...others] = await claimNext();
  if (!email) return false;
  if (others.length > 0) {
    const set = [email, ...others];
    await inTurn({ turn: () => sendSet(set), otherwise: (seconds) => putBack(set, seconds) });
    return true;
  }
  const reason = reasonToDrop(email);
  if (reason) await park([email], reason);
  else await inTurn({ turn: () => sendOne(email), otherwise: (seconds) => putBack([email], seconds) });
  return true;
}

type Turn = { turn: () => Promise<void>; otherwise: (seconds: number) => Promise<void> };

/** Waits for the moment at which we may ask the provider; when that is too far off, `otherwise`. */
async function inTurn({ turn, otherwise }: Turn): Promise<void> {
  const slot = env().resendApiKey ? await takeSlot(env().resendRate) : { taken: true, seconds: 0 };
  if (!slot.taken) return otherwise(slot.seconds);
  if (slot.seconds > 0) await sleep(slot.seconds * 1000);
  await turn();
}

async function sendOne(email: Claimed): Promise<void> {
  const delivery = await attempt(email);
  if (delivery.kind === "retry" && delivery.busy) await pauseSending(delivery.after ?? 1);
  await settle(email, delivery);
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
