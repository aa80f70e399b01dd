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

/** PostgreSQL keeps no U+0000 in a text. */
const words = z.string().transform((text) => text.replaceAll("\0", "").slice(0, 300));
const reason = z.object({ message: words.optional(), reason: words.optional() }).nullish();

const Event = z.object({ type: z.string() });
const News = z.object({
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\0]*$/),
    bounce: reason,
    failed: reason,
    suppressed: reason,
  }),
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
 * What the provider says became of an email; null for news that nobody waits for (opened, clicked, a contact, a domain).
 * The library checks the signature over id, time and body, and refuses times more than five minutes off (Standard
 * Webhooks).
 */
export function readWebhook({ payload, id, timestamp, signature }: Signed, webhookSecret: string): Delivered | null {
  const verified = verify({ payload, headers: { id, timestamp, signature }, webhookSecret });
  const { type } = Event.parse(verified);
  const state = Object.entries(STATES).find(([name]) => name === type)?.[1];
  if (!state) return null;
  const { created_at: at, data } = News.parse(verified);
  const said = data.bounce ?? data.failed ?? data.suppressed;
  return { providerId: data.email_id, state, reason: said?.message || said?.reason || null, at };
}

function verify(signed: Parameters<Resend["webhooks"]["verify"]>[0]): unknown {
  try {
    return new Resend("re_unused").webhooks.verify(signed);
  } catch (error) {
    throw new NotFromProvider("the signature of a webhook does not hold", { cause: error });
  }
}
