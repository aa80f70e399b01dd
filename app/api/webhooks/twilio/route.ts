import { readInbound } from "@/lib/carrier/twilio/read-webhook";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { twilioWebhook } from "@/lib/web/twilio-webhook";

/** Twilio answers STOP, START and HELP by itself. */
const TWILIO = { name: "twilio", answersKeywords: true } as const;

/** A customer's text. */
export const POST = (request: Request): Promise<Response> =>
  twilioWebhook(request, readInbound, (text) => receiveText(TWILIO, text));
