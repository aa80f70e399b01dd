import { reasonOf } from "@/lib/carrier/codes";
import type { ThreadMessage } from "@/lib/conversations/get";

const SILENCE_MS = 72 * 3_600_000;

type Told = Pick<ThreadMessage, "state" | "errorCode" | "parkedAt" | "hasWay" | "at" | "sendAt">;

/** What became of a text of ours, under it. */
export function stateWords({ state, errorCode, parkedAt, hasWay, at, sendAt }: Told, now: Date): string | null {
  // Left as it was, it has no way any more.
  if (parkedAt || (state === "queued" && !hasWay)) return "We can't tell whether it arrived";
  if (state === "undelivered" || state === "failed") return `Failed: ${reasonOf(errorCode)}`;
  if (state === "sent" && now.getTime() - (sendAt ?? at).getTime() > SILENCE_MS) return "Sent, no receipt";
  return state && WORDS[state];
}

const WORDS = {
  queued: "Queued",
  // With the carrier, which has not said yet that it left.
  handed: "Queued",
  sent: "Sent",
  delivered: "Delivered",
  "called off": "Not sent: it was called off",
};
