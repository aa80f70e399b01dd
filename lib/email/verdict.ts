import type { ErrorResponse } from "resend";
import { redact } from "../redact";

/**
 * `after` is the provider's wish in seconds. `busy`: it has had enough of us, so any other email would be turned away
 * too; `denied`: until our settings are mended. `unclear`: it may have taken the email all the same.
 */
export type Delivery =
  | { kind: "sent"; providerId: string | null }
  | { kind: "retry"; error: string; after?: number; busy?: true; denied?: true; unclear?: true }
  | { kind: "refused"; error: string };

/** Wrong about this email, for good: the one key that it has was not taken, and never will be. */
const FOR_GOOD = new Set([400, 413, 422]);

/** Wrong about us: the key, the sender, the address of the provider. Whoever looks after the settings mends it for all. */
const OURS_TO_MEND = new Set([300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 407]);
const OURS_BY_NAME =
  /^((missing|restricted|invalid)_api_key|invalid_from_address|invalid_access|(daily|monthly)_quota_exceeded)$/;

/** Stands before the provider's own words, in the log of emails too. */
export const DENIED = "The email provider refuses Lineup's settings";

/** In seconds: so soon emails leave once the settings are right. */
const DENIED_WAIT = 60;

/** The request may have been taken: nobody answered, somebody on the way did, or the same one is still at work. */
const isUnclear = (status: number | null) => status === null || status >= 500 || status === 408 || status === 409;

export function verdict({ name, statusCode, message }: ErrorResponse, headers: Record<string, string>): Delivery {
  // The key was taken by an earlier attempt whose answer got lost; the letter's wording has changed since.
  if (name === "invalid_idempotent_request") return { kind: "sent", providerId: null };
  const error = String(redact(`${statusCode ?? "no answer"}: ${message || name}`)).slice(0, 300);
  const wish = secondsOf(headers["retry-after"], headers.date);
  const after = wish === undefined ? {} : { after: wish };
  if (OURS_TO_MEND.has(statusCode ?? 0) || OURS_BY_NAME.test(name))
    return {
      kind: "retry",
      error: `${DENIED} (${error})`,
      busy: true,
      denied: true,
      after: Math.max(DENIED_WAIT, wish ?? 0),
    };
  if (statusCode === 429) return { kind: "retry", error, busy: true, ...after };
  if (FOR_GOOD.has(statusCode ?? 0)) return { kind: "refused", error };
  return { kind: "retry", error, ...after, ...(isUnclear(statusCode) && { unclear: true }) };
}

/** Seconds, or a date on the provider's own clock (RFC 9110, 10.2.3): ours may be days off. */
function secondsOf(header: string | undefined, date: string | undefined): number | undefined {
  if (!header) return undefined;
  const isDate = /^[a-z]{3}/i.test(header);
  const seconds = isDate ? (Date.parse(header) - Date.parse(date ?? "")) / 1000 : Number(header);
  // At most a day: the provider remembers an idempotency key no longer.
  if (!Number.isFinite(seconds) || (seconds < 0 && !isDate)) return undefined;
  return Math.min(Math.max(seconds, 0), 86_400);
}
