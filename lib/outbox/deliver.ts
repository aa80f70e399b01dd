import { mailbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Delivery, type Message, send } from "../email/send";
import { env } from "../env";

/** Without a provider emails go to the local mailbox, which only the embedded database has; otherwise they stay queued. */
export const canDeliver = () => env().resendApiKey !== undefined || env().embedded;

/** Hands one email over, to Resend or to the local mailbox; the same id twice arrives once. */
export async function deliver(message: Message): Promise<Delivery> {
  const { resendApiKey, mailFrom } = env();
  if (resendApiKey) return send(message, resendApiKey);
  await writeDb
    .insert(mailbox)
    .values({ ...message, from: mailFrom })
    .onConflictDoNothing();
  return { kind: "sent", providerId: null };
}
