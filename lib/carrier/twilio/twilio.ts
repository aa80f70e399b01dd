import type { Carrier } from "../carrier";
import { twilioClient } from "./client";
import { hand } from "./hand";
import { ask, find, since } from "./listing";
import { numbers, setWebhook } from "./numbers";

export const twilio: Carrier = {
  name: "twilio",
  answersKeywords: true,
  asksAfter: [300, 1800, 7200, 43_200],
  ready: twilioClient,
  hand,
  find,
  ask,
  since,
  numbers,
  setWebhook,
};
