import { z } from "zod";
import { env } from "../env";
import { resendClient, TIMEOUT_MS } from "./ask";
import { type Delivery, verdict } from "./verdict";

export type Message = { id: string; to: string; subject: string; html: string; text: string };

/** A comma or a line break would make several addresses of one. */
export const isPlain = (to: string) => !/[\s,;:<>"]/.test(to);

export const Taken = z.object({ id: z.string().min(1).max(200) });

/** A success that doesn't say of what: it may have been taken, or never have reached the provider. */
export const NONSENSE = { kind: "retry", error: "an answer that makes no sense", unclear: true } as const;

/** Sends one email through Resend; its id is the idempotency key, so that trying again delivers once. Never throws. */
export async function send(message: Message, apiKey: string): Promise<Delivery> {
  const { id, to, subject, html, text } = message;
  if (!isPlain(to)) return { kind: "refused", error: "That is not one plain email address." };
  const { data, error, headers } = await resendClient(apiKey).emails.send(
    { from: env().mailFrom, to: [to], subject, html, text },
    { idempotencyKey: id, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (error) return verdict(error, headers ?? {});
  const taken = Taken.safeParse(data);
  return taken.success ? { kind: "sent", providerId: taken.data.id } : NONSENSE;
}
