import { env } from "../env";

/** Where the carrier is to bring what customers write. */
export const webhookAddress = () => `${env().appUrl}/api/webhooks/twilio`;
