import pLimit from "p-limit";
import { sha256 } from "../../crypto";
import type { Message } from "../../email/send";
import type { ManyDelivery } from "../../email/send-many";
import { log } from "../../log";
import type { Claimed } from "./claim";
import { deliverMany } from "./deliver";
import { openLetter } from "./open-letter";
import { hear } from "./provider-answer";

/** A hundred letters keep a core busy for a while: several such at once would leave leases no turn to be renewed. */
const oneAtATime = pLimit(1);

/**
 * One try of a set: writes its letters, and gives how to hand them over. Once tried it is sent as it is, whoever was
 * disabled meanwhile: leaving somebody out would make another request of it, and all the others might get theirs twice.
 */
export async function openSet(emails: readonly Claimed[]): Promise<() => Promise<ManyDelivery>> {
  const messages = await oneAtATime(() => written(emails));
  return async () => ("kind" in messages ? messages : hear(await deliverMany(messages, keyOf(emails))));
}

async function written(emails: readonly Claimed[]): Promise<Message[] | ManyDelivery> {
  try {
    const messages: Message[] = [];
    for (const email of emails) {
      const message = await openLetter(email);
      // One that can't be written is told so by itself.
      if ("kind" in message) return { kind: "impossible", error: message.kind === "sent" ? "sent" : message.error };
      messages.push(message);
    }
    return messages;
  } catch (error) {
    const id = log.error("email.unsendable", error, { batch: emails[0]?.batch, emails: emails.length });
    return { kind: "retry", error: `a fault of ours, event ${id}` };
  }
}

/** The very same emails have the very same key. */
const keyOf = (emails: readonly Claimed[]) => `set-${sha256(emails.map(({ id }) => id).join()).toString("hex")}`;
