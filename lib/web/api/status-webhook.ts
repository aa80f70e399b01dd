import { readStatus } from "../../carrier/twilio/read-webhook";
import { hearByCarrierId, hearState } from "../../messages/record-state";
import { twilioWebhook } from "./twilio-webhook";

/** How far a text is. `m` is ours: with it also a text is known whose answer got lost. */
export function statusWebhook(request: Request): Promise<Response> {
  const messageId = new URL(request.url).searchParams.get("m");
  return twilioWebhook(request, readStatus, (news) =>
    messageId === null ? hearByCarrierId(news) : hearState({ ...news, messageId }),
  );
}
