import { readStatus } from "../../carrier/twilio/read-webhook";
import { hearByCarrierId, hearState } from "../../messages/record-state";
import type { Answered, Asked } from "./asked";
import { twilioWebhook } from "./twilio-webhook";

/** How far a text is. `m` is ours: with it also a text is known whose answer got lost. */
export function statusWebhook(asked: Asked): Promise<Answered> {
  const messageId = new URLSearchParams(asked.url.split("?")[1]).get("m");
  return twilioWebhook(asked, readStatus, (news) =>
    messageId === null ? hearByCarrierId(news) : hearState({ ...news, messageId }),
  );
}
