import { env } from "../env";
import type { Carrier } from "./carrier";
import { simulated } from "./simulated";
import { twilio } from "./twilio/twilio";

/** Twilio where there is a key for it, the simulated carrier on the embedded database; elsewhere none, and texts wait. */
export function carrierHere(): Carrier | undefined {
  if (env().twilioAccountSid) return twilio;
  return env().embedded ? simulated : undefined;
}
