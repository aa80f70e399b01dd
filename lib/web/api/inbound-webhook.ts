import { readInbound } from "../../carrier/twilio/read-webhook";
import { receiveText } from "../../messages/receive/receive-text";
import type { Answered, Asked } from "./asked";
import { twilioWebhook } from "./twilio-webhook";

/** Twilio answers STOP, START and HELP by itself. */
const TWILIO = { name: "twilio", answersKeywords: true } as const;

/** A customer's text. */
export const inboundWebhook = (asked: Asked): Promise<Answered> =>
  twilioWebhook(asked, readInbound, (text) => receiveText(TWILIO, text));
