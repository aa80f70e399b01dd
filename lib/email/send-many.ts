import { env } from "../env";
import { type Delivery, isPlain, type Message, resendClient, TIMEOUT_MS, verdict } from "./send";

/** `refused`: the provider won't take them together; it says nothing about each. */
export type ManyDelivery = Exclude<Delivery, { kind: "sent" }> | { kind: "sent"; providerIds: (string | null)[] };

/** Where a provider has no such request, each email can still go by itself. */
const NO_SUCH_REQUEST = new Set([404, 405, 501]);

/**
 * Sends up to a hundred emails in one request, all or none. The same ones in the same order under the same key arrive
 * once, however often it is asked. Never throws.
 */
export async function sendMany(messages: readonly Message[], key: string, apiKey: string): Promise<ManyDelivery> {
  if (!messages.every(({ to }) => isPlain(to))) return { kind: "refused", error: "One is no plain email address." };
  const { mailFrom } = env();
  const { data, error, headers } = await resendClient(apiKey).batch.send(
    messages.map(({ to, subject, html, text }) => ({ from: mailFrom, to: [to], subject, html, text })),
    { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (!error) return { kind: "sent", providerIds: messages.map((_, at) => data.data[at]?.id ?? null) };
  const told = verdict(error, headers ?? {});
  if (told.kind === "sent") return { kind: "sent", providerIds: messages.map(() => null) };
  if (NO_SUCH_REQUEST.has(error.statusCode ?? 0)) return { kind: "refused", error: "No such request." };
  return told;
}
