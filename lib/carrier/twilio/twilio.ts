import type { Carrier } from "../carrier";
import { hand } from "./hand";
import { ask, find, numbers, since } from "./listing";

export const twilio: Carrier = {
  name: "twilio",
  answersKeywords: true,
  asksAfter: [300, 1800, 7200, 43_200],
  hand,
  find,
  ask,
  since,
  numbers,
};
