import type { CarrierNumber } from "../carrier";
import { Refusal, twilioClient } from "./client";

export async function numbers(): Promise<CarrierNumber[]> {
  const client = await twilioClient();
  const all = await client.incomingPhoneNumbers.list({ pageSize: 1000 });
  return all.map(({ phoneNumber, smsUrl, capabilities }) => ({
    e164: phoneNumber,
    webhook: smsUrl || null,
    canText: capabilities?.sms !== false,
  }));
}

export async function setWebhook(e164: string, address: string): Promise<void> {
  const client = await twilioClient();
  const found = await client.incomingPhoneNumbers.list({ phoneNumber: e164, limit: 20 });
  const number = found.find(({ phoneNumber }) => phoneNumber === e164);
  if (!number) throw new Refusal(404, null, undefined, "The carrier doesn't know this number.");
  await client.incomingPhoneNumbers(number.sid).update({ smsUrl: address, smsMethod: "POST" });
}
