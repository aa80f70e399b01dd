import { createHmac, randomUUID } from "node:crypto";

export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret for the tests, 32 bytes").toString("base64")}`;

type Made = { id?: string; seconds?: number; secret?: string };

/** News as the provider signs it (Standard Webhooks): HMAC-SHA256 over id, time in seconds and body. */
export function signedNews(
  event: object,
  { id = randomUUID(), seconds = Date.now() / 1000, secret = WEBHOOK_SECRET }: Made = {},
) {
  const [payload, timestamp] = [JSON.stringify(event), String(Math.floor(seconds))];
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${payload}`).digest("base64")}`;
  return { payload, id, timestamp, signature };
}

export const newsOf = (type: string, providerId: string, more: object = {}) => ({
  type,
  created_at: new Date().toISOString(),
  data: { email_id: providerId, to: ["somebody@x.example"], subject: "Welcome", ...more },
});
