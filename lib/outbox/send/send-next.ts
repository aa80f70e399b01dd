import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../../email/send";
import type { Delivery } from "../../email/verdict";
import { env } from "../../env";
import { log } from "../../log";
import { holding } from "../../worker/lease";
import { type Claimed, claimNext } from "./claim";
import { deliver } from "./deliver";
import { openLetter, reasonToDrop } from "./open-letter";
import { hear } from "./provider-answer";
import { openSet } from "./send-set";
import { drop, park, putBack, renew, settle } from "./settle";
import { settleSet } from "./settle-set";
import { pauseLeft, takeSlot } from "./slots";

const OUT_OF_REACH =
  "We can't tell whether it arrived: the email provider gave no clear answer for a day. Sent again, it may arrive twice.";

/** Claims what is due next and sees it through one try. False when nothing is due. */
export async function sendNext(): Promise<boolean> {
  const claimed = await claimNext();
  const [email, ...others] = claimed;
  if (!email) return false;
  if (claimed.some(({ outOfReach }) => outOfReach)) await giveUp(claimed);
  else if (others.length > 0) await inTurn(claimed, { open: openSet, write: settleSet });
  else await sendOrDrop(email);
  return true;
}

/** Nobody has to decide about those who would get nothing anyway. */
async function giveUp(emails: readonly Claimed[]): Promise<void> {
  const left = emails.filter((email) => !reasonToDrop(email));
  for (const email of emails) if (!left.includes(email)) await drop(email, reasonToDrop(email) ?? "");
  if (left.length > 0) await park(left, { error: OUT_OF_REACH });
}

async function sendOrDrop(email: Claimed): Promise<void> {
  const reason = reasonToDrop(email);
  if (reason) return drop(email, reason);
  await inTurn([email], { open: () => openOne(email), write: (_, delivery) => settle(email, delivery) });
}

type Try<D> = {
  /** Writes the letters, and gives how to hand them over: at its moment a request goes out without delay. */
  open: (emails: readonly Claimed[]) => Promise<() => Promise<D>>;
  write: (emails: readonly Claimed[], delivery: D) => Promise<void>;
};

/** Waits for the moment at which we may ask the provider, and asks; put back when that moment is too far off. */
async function inTurn<D>(emails: readonly Claimed[], { open, write }: Try<D>): Promise<void> {
  const heard = await holding(
    () => renew(emails),
    async () => {
      const send = await open(emails);
      const slot = env().resendApiKey ? await takeSlot(env().resendRate) : { taken: true, seconds: 0 };
      if (!slot.taken) return slot;
      if (slot.seconds > 0) await sleep(slot.seconds * 1000);
      // Meanwhile somebody else may have been told to wait.
      const pause = slot.seconds > 0 ? await pauseLeft() : 0;
      if (pause > 0) return { taken: false, seconds: pause };
      return { delivery: await send() };
    },
  );
  if ("delivery" in heard) await write(emails, heard.delivery);
  else await putBack(emails, heard.seconds);
}

async function openOne(email: Claimed): Promise<() => Promise<Delivery>> {
  const message = await written(email);
  return async () => ("kind" in message ? message : hear(await deliver(message)));
}

/** What can't be written now is tried again like what can't be sent: a fault of ours may be mended by the next version. */
async function written(email: Claimed): Promise<Message | Delivery> {
  try {
    return await openLetter(email);
  } catch (error) {
    const id = log.error("email.unsendable", error, { outboxId: email.id, template: email.template });
    return { kind: "retry", error: `a fault of ours, event ${id}` };
  }
}
