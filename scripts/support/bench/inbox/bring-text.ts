import { randomBytes } from "node:crypto";
import { signed } from "@/tests/support/carrier/twilio";

/** A customer's text as the carrier brings it; answers how long that took. */
export async function bringText(url: string, text: { from: string; to: string; body: string }): Promise<number> {
  const { from: From, to: To, body: Body } = text;
  const MessageSid = `SM${randomBytes(16).toString("hex")}`;
  const { payload, signature, ...at } = signed(`${url}/api/webhooks/twilio`, { MessageSid, From, To, Body });
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  const began = performance.now();
  const answer = await fetch(at.url, { method: "POST", headers, body: payload });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the webhook answers ${answer.status}`);
  return performance.now() - began;
}
