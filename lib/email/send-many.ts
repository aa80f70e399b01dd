import { z } from "zod";
import { env } from "../env";
import { resendClient, TIMEOUT_MS } from "./ask";
import { isPlain, type Message, NONSENSE, Taken } from "./send";
import type { Delivery } from "./verdict";
import { verdict } from "./verdict";

/**
 * `refused`: the provider won't take them together, now or ever; it says nothing about each. `impossible`: they can't be
 * sent together any more, which says nothing about an earlier try.
 */
export type ManyDelivery =
  | Exclude<Delivery, { kind: "sent" }>
  | { kind: "impossible"; error: string }
  | { kind: "sent"; providerIds: (string | null)[] };

const AllTaken = z.object({ data: z.array(Taken) });

/** Where a provider has no such request, each email can still go by itself. */
const NO_SUCH_REQUEST = new Set([404, 405, 501]);

/**
 * Sends up to a hundred emails in one request, all or none. The same ones in the same order under the same key arrive
 * once, however often it is asked. Never throws.
 */
export async function sendMany(messages: readonly Message[], key: string, apiKey: string): Promise<ManyDelivery> {
  if (!messages.every(({ to }) => isPlain(to))) return { kind: "impossible", error: "One is no plain email address." };
  const { mailFrom } = env();
  const { data, error, headers } = await resendClient(apiKey).batch.send(
    messages.map(({ to, subject, html, text }) => ({ from: mailFrom, to: [to], subject, html, text })),
    { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (error) {
    if (NO_SUCH_REQUEST.has(error.statusCode ?? 0)) return { kind: "impossible", error: "No such request." };
    const told = verdict(error, headers ?? {});
    return told.kind === "sent" ? { kind: "sent", providerIds: messages.map(() => null) } : told;
  }
  const taken = AllTaken.safeParse(data);
  if (!taken.success || taken.data.data.length !== messages.length) return NONSENSE;
  return { kind: "sent", providerIds: taken.data.data.map(({ id }) => id) };
}
