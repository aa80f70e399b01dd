import { Resend } from "resend";
import { z } from "zod";

const STATES = {
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  "email.suppressed": "failed",
} as const;

const reason = z.object({ message: z.string().optional(), reason: z.string().optional() }).optional();

const Event = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({ email_id: z.string().max(200), bounce: reason, failed: reason, suppressed: reason }),
});

export type Signed = { payload: string; id: string; timestamp: string; signature: string };
export type Delivered = {
  providerId: string;
  state: (typeof STATES)[keyof typeof STATES];
  reason: string | null;
  at: Date;
};

/** Wrong signature, or a timestamp minutes away: not from the provider, or played again. */
export class NotFromProvider extends Error {}

/**
 * What the provider says became of an email; null for news that nobody waits for (opened, clicked). The library checks
 * the signature over id, time and body, and refuses times more than five minutes off (Standard Webhooks).
 */
export function readWebhook({ payload, id, timestamp, signature }: Signed, webhookSecret: string): Delivered | null {
  const verified = verify({ payload, headers: { id, timestamp, signature }, webhookSecret });
  const { type, created_at: at, data } = Event.parse(verified);
  const state = Object.entries(STATES).find(([name]) => name === type)?.[1];
  if (!state) return null;
  const said = data.bounce ?? data.failed ?? data.suppressed;
  return { providerId: data.email_id, state, reason: (said?.message ?? said?.reason ?? "").slice(0, 300) || null, at };
}

function verify(signed: Parameters<Resend["webhooks"]["verify"]>[0]): unknown {
  try {
    return new Resend("re_unused").webhooks.verify(signed);
  } catch (error) {
    throw new NotFromProvider("the signature of a webhook does not hold", { cause: error });
  }
}
