import { createHmac } from "node:crypto";
import { derivedKey } from "./crypto";
import { log } from "./log";
import { securityEvents } from "./metrics";

/** Told in the log and counted; what each means, and which deserve an alarm, stands in docs/operations.md. */
export type SecurityEvent =
  | "login.let-in"
  | "login.refused"
  | "login.throttled"
  | "password.refused"
  | "act.forbidden"
  | "origin.foreign"
  | "cookie.bad"
  | "signature.bad"
  | "subscription.throttled";

/** `person` and `member` are ids; what was typed as a name goes through `disguised` first. */
type Facts = { address?: string; person?: string; member?: string } & Record<string, string | undefined>;

export function tellSecurity(event: SecurityEvent, facts: Facts): void {
  securityEvents.inc({ event });
  log.security(event, facts);
}

/** What somebody typed, so that the same is known again and nobody reads it: a password may stand in the wrong field. */
export const disguised = (typed: string) =>
  createHmac("sha256", derivedKey("typed-name")).update(typed).digest("base64url").slice(0, 16);
