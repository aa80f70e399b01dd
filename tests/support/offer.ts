import type { Grantable } from "@/lib/invitations/grantable";

/** What an Admin of a whole company could give, where no company is needed to ask about reading. */
export const offered: Grantable = {
  groups: new Map([
    ["west", { id: "west", name: "West", path: ["west"] }],
    ["store", { id: "store", name: "Store 4", path: ["west", "store"] }],
  ]),
  numbers: [{ id: "desk", e164: "+14155550134", label: "Desk" }],
  products: ["texting", "chat", "campaigns", "reports"],
  country: "US",
  isWhole: true,
};
