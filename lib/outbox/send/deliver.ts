import { mailbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Message, send } from "../../email/send";
import { type ManyDelivery, sendMany } from "../../email/send-many";
import type { Delivery } from "../../email/verdict";
import { env } from "../../env";

/** Without a provider emails go to the local mailbox, which only the embedded database has; otherwise they stay queued. */
export const canDeliver = () => env().resendApiKey !== undefined || env().embedded;

/** Hands one email over, to Resend or to the local mailbox; the same id twice arrives once. */
export async function deliver(message: Message): Promise<Delivery> {
  const { resendApiKey } = env();
  if (resendApiKey) return send(message, resendApiKey);
  await keep([message]);
  return { kind: "sent", providerId: null };
}

/** The same for several in one request; the same set under the same key arrives once. */
export async function deliverMany(messages: readonly Message[], key: string): Promise<ManyDelivery> {
  const { resendApiKey } = env();
  if (resendApiKey) return sendMany(messages, key, resendApiKey);
  await keep(messages);
  return { kind: "sent", providerIds: messages.map(() => null) };
}

async function keep(messages: readonly Message[]): Promise<void> {
  const from = env().mailFrom;
  await writeDb
    .insert(mailbox)
    .values(messages.map((message) => ({ ...message, from })))
    .onConflictDoNothing();
}
