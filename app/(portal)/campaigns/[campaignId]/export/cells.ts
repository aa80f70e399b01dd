import type { Recipient } from "@/lib/campaigns/get";
import { reasonOf } from "@/lib/carrier/codes";

export const header = ["Phone", "Name", "State", "Reason", "Sent At"];

const states: Readonly<Record<Recipient["state"], string>> = {
  waiting: "Waiting",
  queued: "Waiting",
  sent: "Sent",
  delivered: "Delivered",
  failed: "Failed",
  left: "Not sent",
};

const cells = ({ phone, name, state, errorCode, sentAt }: Recipient) => [
  { e164: phone },
  name === null || name === phone ? "" : name,
  states[state],
  state === "failed" ? reasonOf(errorCode) : "",
  sentAt?.toISOString() ?? "",
];

export async function* pagesOf(pages: AsyncIterable<Recipient[]>) {
  for await (const rows of pages) yield rows.map(cells);
}
