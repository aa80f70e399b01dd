import { sha256 } from "../crypto";
import type { Message } from "../email/send";
import type { ManyDelivery } from "../email/send-many";
import { log } from "../log";
import type { Claimed } from "./claim";
import { deliverMany } from "./deliver";
import { openLetter } from "./open-letter";
import { settleSet } from "./settle-set";
import { pauseSending } from "./slots";

/**
 * One try of a set. Once tried it is sent as it is, whoever was disabled meanwhile: leaving somebody out would make
 * another request of it, and all the others might get theirs twice. Their link is dead anyway.
 */
export async function sendSet(emails: readonly Claimed[]): Promise<void> {
  const delivery = await attempt(emails);
  if (delivery.kind === "retry" && delivery.busy) await pauseSending(delivery.after ?? 1);
  await settleSet(emails, delivery);
}

async function attempt(emails: readonly Claimed[]): Promise<ManyDelivery> {
  try {
    const messages: Message[] = [];
    for (const email of emails) {
      const message = await openLetter(email);
      // One that can't be written is told so by itself.
      if ("kind" in message) return { kind: "refused", error: message.kind === "sent" ? "sent" : message.error };
      messages.push(message);
    }
    return await deliverMany(messages, keyOf(emails));
  } catch (error) {
    const id = log.error("email.unsendable", error, { batch: emails[0]?.batch, emails: emails.length });
    return { kind: "retry", error: `a fault of ours, event ${id}` };
  }
}

/** The very same emails have the very same key. */
const keyOf = (emails: readonly Claimed[]) => `set-${sha256(emails.map(({ id }) => id).join()).toString("hex")}`;
