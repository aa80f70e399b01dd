import { type ErrorResponse, Resend } from "resend";
import { env } from "../env";
import { redact } from "../redact";

export type Message = { id: string; to: string; subject: string; html: string; text: string };

/** `after` is the provider's wish in seconds. `busy`: it has had enough of us, so any other email would be turned away too. */
export type Delivery =
  | { kind: "sent"; providerId: string | null }
  | { kind: "retry"; error: string; after?: number; busy?: true }
  | { kind: "refused"; error: string };

/** A provider that hangs costs one lane this long. */
export const TIMEOUT_MS = 10_000;

/** A comma or a line break would make several addresses of one. */
export const isPlain = (to: string) => !/[\s,;:<>"]/.test(to);

export function resendClient(apiKey: string): Resend {
  const { resendBaseUrl } = env();
  return new Resend(apiKey, resendBaseUrl ? { baseUrl: resendBaseUrl.replace(/\/+$/, "") } : {});
}

/** Sends one email through Resend; its id is the idempotency key, so that trying again delivers once. Never throws. */
export async function send(message: Message, apiKey: string): Promise<Delivery> {
  const { id, to, subject, html, text } = message;
  if (!isPlain(to)) return { kind: "refused", error: "That is not one plain email address." };
  const { data, error, headers } = await resendClient(apiKey).emails.send(
    { from: env().mailFrom, to: [to], subject, html, text },
    { idempotencyKey: id, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  return error ? verdict(error, headers ?? {}) : { kind: "sent", providerId: data.id ?? null };
}

/** Wrong about this email, for good. Everything else may be mended by time, or by whoever looks after the settings. */
const FOR_GOOD = new Set<string>([
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_attachment",
]);
const FOR_GOOD_STATUS = new Set([400, 413, 422]);

export function verdict({ name, statusCode, message }: ErrorResponse, headers: Record<string, string>): Delivery {
  // The key was taken by an earlier attempt whose answer got lost; the letter's wording has changed since.
  if (name === "invalid_idempotent_request") return { kind: "sent", providerId: null };
  const error = String(redact(`${statusCode ?? "no answer"}: ${message ?? name}`)).slice(0, 300);
  const wish = secondsOf(headers["retry-after"], headers.date);
  const after = wish === undefined ? {} : { after: wish };
  if (statusCode === 429 || name === "rate_limit_exceeded") return { kind: "retry", error, busy: true, ...after };
  if (FOR_GOOD_STATUS.has(statusCode ?? 0) || FOR_GOOD.has(name)) return { kind: "refused", error };
  return { kind: "retry", error, ...after };
}

/** Seconds, or a date on the provider's own clock (RFC 9110, 10.2.3). */
function secondsOf(header: string | undefined, date: string | undefined): number | undefined {
  if (!header) return undefined;
  const now = date ? Date.parse(date) : Date.now();
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  // At most a day: the provider remembers an idempotency key no longer.
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : undefined;
}
